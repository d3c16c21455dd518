/// Larger cities and their time zones, and the countries that have one zone only.
///
/// Enough for most rosters, and no more than one can read through: a city that isn't here is a question, not a guess.
enum PlaceTable {
  /// Cities of one country in one zone; a city of a name that the country has twice stands with its region behind `/`.
  typealias Row = (country: String, zone: String, cities: String)

  static let rows: [Row] = northAmerica + southAmerica + europe + africa + asia + pacific

  // MARK: - North America

  private static let northAmerica: [Row] = [
    (
      unitedStates, "America/New_York",
      """
      New York/New York; New York City/New York; NYC/New York; Brooklyn/New York; Queens/New York; Buffalo/New York; \
      Rochester/New York; Syracuse/New York; Albany/New York; Ithaca/New York; Boston/Massachusetts; \
      Cambridge/Massachusetts; Worcester/Massachusetts; Springfield/Massachusetts; Amherst/Massachusetts; \
      Providence/Rhode Island; Hartford/Connecticut; New Haven/Connecticut; Stamford/Connecticut; Portland/Maine; \
      Burlington/Vermont; Manchester/New Hampshire; Concord/New Hampshire; Newark/New Jersey; Jersey City/New Jersey; \
      Princeton/New Jersey; Trenton/New Jersey; Philadelphia/Pennsylvania; Pittsburgh/Pennsylvania; \
      Wilmington/Delaware; Baltimore/Maryland; Bethesda/Maryland; Annapolis/Maryland; \
      Washington/District of Columbia; Washington D.C.; Arlington/Virginia; Alexandria/Virginia; Richmond/Virginia; \
      Norfolk/Virginia; Virginia Beach/Virginia; Charlottesville/Virginia; Charleston/West Virginia; \
      Charlotte/North Carolina; Raleigh/North Carolina; Durham/North Carolina; Chapel Hill/North Carolina; \
      Greensboro/North Carolina; Asheville/North Carolina; Charleston/South Carolina; Columbia/South Carolina; \
      Greenville/South Carolina; Atlanta/Georgia; Athens/Georgia; Savannah/Georgia; Augusta/Georgia; \
      Columbus/Georgia; Jacksonville/Florida; Miami/Florida; Orlando/Florida; Tampa/Florida; St. Petersburg/Florida; \
      Fort Lauderdale/Florida; Tallahassee/Florida; Gainesville/Florida; Sarasota/Florida; Columbus/Ohio; \
      Cleveland/Ohio; Cincinnati/Ohio; Toledo/Ohio; Dayton/Ohio; Akron/Ohio; Lexington/Kentucky; \
      Louisville/Kentucky; Knoxville/Tennessee; Chattanooga/Tennessee
      """
    ),
    (unitedStates, "America/Detroit", "Detroit/Michigan; Ann Arbor/Michigan; Grand Rapids/Michigan; Lansing/Michigan"),
    (unitedStates, "America/Indiana/Indianapolis", "Indianapolis/Indiana; Bloomington/Indiana; South Bend/Indiana"),
    (
      unitedStates, "America/Chicago",
      """
      Chicago/Illinois; Evanston/Illinois; Aurora/Illinois; Champaign/Illinois; Springfield/Illinois; Peoria/Illinois; \
      Houston/Texas; Dallas/Texas; Austin/Texas; San Antonio/Texas; Fort Worth/Texas; Arlington/Texas; Plano/Texas; \
      Corpus Christi/Texas; Milwaukee/Wisconsin; Madison/Wisconsin; Green Bay/Wisconsin; Minneapolis/Minnesota; \
      St. Paul/Minnesota; Saint Paul/Minnesota; Rochester/Minnesota; Duluth/Minnesota; St. Louis/Missouri; \
      Saint Louis/Missouri; Kansas City/Missouri; Kansas City/Kansas; Springfield/Missouri; Columbia/Missouri; \
      Nashville/Tennessee; Memphis/Tennessee; New Orleans/Louisiana; Baton Rouge/Louisiana; Birmingham/Alabama; \
      Huntsville/Alabama; Mobile/Alabama; Montgomery/Alabama; Jackson/Mississippi; Little Rock/Arkansas; \
      Fayetteville/Arkansas; Oklahoma City/Oklahoma; Tulsa/Oklahoma; Omaha/Nebraska; Lincoln/Nebraska; \
      Des Moines/Iowa; Iowa City/Iowa; Cedar Rapids/Iowa; Wichita/Kansas; Topeka/Kansas; Lawrence/Kansas; \
      Fargo/North Dakota; Sioux Falls/South Dakota; Pensacola/Florida
      """
    ),
    (
      unitedStates, "America/Denver",
      """
      Denver/Colorado; Boulder/Colorado; Colorado Springs/Colorado; Aurora/Colorado; Fort Collins/Colorado; \
      Salt Lake City/Utah; Provo/Utah; Albuquerque/New Mexico; Santa Fe/New Mexico; Las Cruces/New Mexico; \
      El Paso/Texas; Billings/Montana; Bozeman/Montana; Missoula/Montana; Cheyenne/Wyoming; Laramie/Wyoming; \
      Rapid City/South Dakota
      """
    ),
    (unitedStates, "America/Boise", "Boise/Idaho"),
    (
      unitedStates, "America/Phoenix",
      "Phoenix/Arizona; Tucson/Arizona; Tempe/Arizona; Scottsdale/Arizona; Mesa/Arizona; Flagstaff/Arizona"
    ),
    (
      unitedStates, "America/Los_Angeles",
      """
      Los Angeles/California; San Francisco/California; San Diego/California; San Jose/California; \
      Sacramento/California; Oakland/California; Berkeley/California; Palo Alto/California; Stanford/California; \
      Mountain View/California; Sunnyvale/California; Santa Barbara/California; Santa Cruz/California; \
      Irvine/California; Long Beach/California; Pasadena/California; Fresno/California; Davis/California; \
      Seattle/Washington; Tacoma/Washington; Spokane/Washington; Bellevue/Washington; Redmond/Washington; \
      Olympia/Washington; Vancouver/Washington; Portland/Oregon; Eugene/Oregon; Salem/Oregon; Bend/Oregon; \
      Las Vegas/Nevada; Reno/Nevada
      """
    ),
    (unitedStates, "America/Anchorage", "Anchorage/Alaska; Fairbanks/Alaska"),
    (unitedStates, "America/Juneau", "Juneau/Alaska"),
    (unitedStates, "Pacific/Honolulu", "Honolulu/Hawaii; Hilo/Hawaii; Kailua/Hawaii; Kaneohe/Hawaii"),
    ("Puerto Rico", "America/Puerto_Rico", "San Juan; Ponce"),
    (canada, "America/St_Johns", "St. John's/Newfoundland and Labrador"),
    (canada, "America/Halifax", "Halifax/Nova Scotia; Charlottetown/Prince Edward Island"),
    (canada, "America/Moncton", "Moncton/New Brunswick; Fredericton/New Brunswick; Saint John/New Brunswick"),
    (
      canada, "America/Toronto",
      """
      Toronto/Ontario; Ottawa/Ontario; Montreal/Quebec; Quebec City/Quebec; Québec/Quebec; Mississauga/Ontario; \
      Hamilton/Ontario; London/Ontario; Waterloo/Ontario; Kitchener/Ontario; Kingston/Ontario; Windsor/Ontario; \
      Gatineau/Quebec; Laval/Quebec; Sherbrooke/Quebec
      """
    ),
    (canada, "America/Winnipeg", "Winnipeg/Manitoba"),
    (canada, "America/Regina", "Regina/Saskatchewan; Saskatoon/Saskatchewan"),
    (canada, "America/Edmonton", "Calgary/Alberta; Edmonton/Alberta; Banff/Alberta"),
    (
      canada, "America/Vancouver",
      "Vancouver/British Columbia; Victoria/British Columbia; Burnaby/British Columbia; Kelowna/British Columbia"
    ),
    ("Mexico", "America/Mexico_City", "Mexico City; Ciudad de México; Guadalajara; Puebla; Querétaro; León; Oaxaca"),
    ("Mexico", "America/Monterrey", "Monterrey; Saltillo"),
    ("Mexico", "America/Tijuana", "Tijuana"),
    ("Mexico", "America/Cancun", "Cancún"),
    ("Mexico", "America/Merida", "Mérida"),
    ("Costa Rica", "America/Costa_Rica", "San José"), ("Guatemala", "America/Guatemala", "Guatemala City"),
    ("Panama", "America/Panama", "Panama City"), ("El Salvador", "America/El_Salvador", "San Salvador"),
    ("Honduras", "America/Tegucigalpa", "Tegucigalpa"), ("Nicaragua", "America/Managua", "Managua"),
    ("Belize", "America/Belize", "Belize City; Belmopan"), ("Cuba", "America/Havana", "Havana; La Habana"),
    ("Dominican Republic", "America/Santo_Domingo", "Santo Domingo"),
    ("Haiti", "America/Port-au-Prince", "Port-au-Prince"),
    ("Jamaica", "America/Jamaica", "Kingston"), ("Trinidad and Tobago", "America/Port_of_Spain", "Port of Spain"),
    ("Barbados", "America/Barbados", "Bridgetown"), ("Bahamas", "America/Nassau", "Nassau"),
    ("Bermuda", "Atlantic/Bermuda", "Hamilton"),
  ]

  // MARK: - South America

  private static let southAmerica: [Row] = [
    (
      "Brazil", "America/Sao_Paulo",
      "São Paulo; Rio de Janeiro; Brasília; Belo Horizonte; Curitiba; Porto Alegre; Campinas; Florianópolis; Goiânia"
    ),
    ("Brazil", "America/Bahia", "Salvador"), ("Brazil", "America/Recife", "Recife"),
    ("Brazil", "America/Fortaleza", "Fortaleza; Natal"), ("Brazil", "America/Belem", "Belém"),
    ("Brazil", "America/Manaus", "Manaus"),
    ("Argentina", "America/Argentina/Buenos_Aires", "Buenos Aires; Rosario; La Plata"),
    ("Argentina", "America/Argentina/Cordoba", "Córdoba"), ("Argentina", "America/Argentina/Mendoza", "Mendoza"),
    ("Chile", "America/Santiago", "Santiago; Santiago de Chile; Valparaíso; Concepción"),
    ("Chile", "America/Punta_Arenas", "Punta Arenas"),
    ("Colombia", "America/Bogota", "Bogotá; Medellín; Cali; Barranquilla"),
    ("Peru", "America/Lima", "Lima; Cusco; Arequipa"),
    ("Bolivia", "America/La_Paz", "La Paz; El Alto; Santa Cruz de la Sierra"),
    ("Ecuador", "America/Guayaquil", "Quito; Guayaquil; Cuenca"),
    ("Venezuela", "America/Caracas", "Caracas; Maracaibo"),
    ("Uruguay", "America/Montevideo", "Montevideo"), ("Paraguay", "America/Asuncion", "Asunción"),
    ("Guyana", "America/Guyana", "Georgetown"), ("Suriname", "America/Paramaribo", "Paramaribo"),
  ]
}
