/// Addresses checks how a person can be reached: mail addresses and telephone numbers, as profiles and settings write
/// them.
///
/// A `MailAddress` or a `PhoneNumber` exists only for what was found good, so whatever takes one (a link, a calendar
/// file, a contact card) has nothing left to check. A mail address's domain goes through `MailDomain`, which knows
/// names beyond ASCII by way of `Punycode`.
