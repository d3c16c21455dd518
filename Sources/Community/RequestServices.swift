/// The services that the settings may name for requests. `Requests` makes their links; the names are the settings' words.
public enum RequestServices {
  /// Calendars on the web.
  public static let calendars = ["google", "outlook", "microsoft365", "teams"]
  /// Mail on the web.
  public static let webMail = ["gmail", "outlook"]
}
