"""Runs a server for as long as the process lives that started this one, and removes its folder after it.

    supervise.py SIGNAL FOLDER PROGRAM [ARGUMENT …]

A test that is killed can't stop its servers. SIGNAL is the one that ends the program: TERM, QUIT. It is sent when the
parent has gone, or when this process is asked to end.
"""

import os
import shutil
import signal
import subprocess
import sys

ending, folder, *command = sys.argv[1:]
parent = os.getppid()
asked = False


def ask(*_: object) -> None:
    global asked
    asked = True


signal.signal(signal.SIGTERM, ask)
# Whoever starts a process from a thread that takes no signals starts one that takes none.
signal.pthread_sigmask(signal.SIG_SETMASK, [])
server = subprocess.Popen(command, start_new_session=True)
while not asked and os.getppid() == parent:
    try:
        server.wait(0.2)
        break
    except subprocess.TimeoutExpired:
        pass
if server.poll() is None:
    server.send_signal(getattr(signal, f"SIG{ending}"))
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
shutil.rmtree(folder, ignore_errors=True)
