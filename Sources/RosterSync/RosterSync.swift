/// The university's roster, brought into `content/` without losing an editor's word.
///
/// A run goes in these steps, each in the folder that is named:
/// 1. `Settings/`: `content/sync.yaml` says where the rosters are and what their columns mean.
/// 2. `Fetching/`: each roster's bytes are brought here, from a file, an address or a command.
/// 3. `Mapping/`: rows become `UpstreamRecord`s, values of profile fields by person; rows that can't be read are
///    `Quarantined`.
/// 4. `State/`: what the last run knew is read.
/// 5. `Planning/`: base, file and upstream are merged field by field, and guards look at the whole.
/// 6. `Applying/`: the plan becomes changes of files, all of them or none.
/// 7. `Reporting/`: what was done is told, to a person with values and to a log without.
public enum RosterSync {}
