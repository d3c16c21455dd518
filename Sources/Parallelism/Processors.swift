#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The number of processors that the system has online, at least 1.
func onlineProcessors() -> Int {
  max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}
