// The rest of the world, by continent.
extension PlaceTable {
  static let unitedStates = "United States"
  static let canada = "Canada"

  static let europe: [Row] = [
    (
      "United Kingdom", "Europe/London",
      """
      London; Manchester; Birmingham; Leeds; Liverpool; Bristol; Sheffield; Newcastle; Nottingham; Cambridge; Oxford; \
      York; Durham; Bath; Brighton; Southampton; Edinburgh; Glasgow; Aberdeen; St Andrews; Cardiff; Belfast
      """
    ),
    ("Ireland", "Europe/Dublin", "Dublin; Cork; Galway; Limerick"),
    ("France", "Europe/Paris", "Paris; Lyon; Marseille; Toulouse; Bordeaux; Lille; Nantes; Nice; Strasbourg; Grenoble"),
    (
      "Germany", "Europe/Berlin",
      """
      Berlin; Hamburg; Munich; München; Cologne; Köln; Frankfurt; Frankfurt am Main; Stuttgart; Düsseldorf; Leipzig; \
      Dresden; Hanover; Hannover; Bremen; Bonn; Heidelberg; Göttingen; Freiburg; Nuremberg; Nürnberg; Karlsruhe; Aachen
      """
    ),
    ("Austria", "Europe/Vienna", "Vienna; Wien; Graz; Salzburg; Innsbruck; Linz"),
    ("Switzerland", "Europe/Zurich", "Zurich; Zürich; Geneva; Genève; Basel; Bern; Lausanne; Lugano"),
    ("Netherlands", "Europe/Amsterdam", "Amsterdam; Rotterdam; The Hague; Den Haag; Utrecht; Leiden; Delft; Eindhoven"),
    ("Belgium", "Europe/Brussels", "Brussels; Bruxelles; Antwerp; Ghent; Leuven; Liège"),
    ("Luxembourg", "Europe/Luxembourg", "Luxembourg"),
    ("Spain", "Europe/Madrid", "Madrid; Barcelona; Valencia; Seville; Sevilla; Bilbao; Granada; Málaga; Zaragoza"),
    ("Spain", "Atlantic/Canary", "Las Palmas; Santa Cruz de Tenerife"),
    ("Portugal", "Europe/Lisbon", "Lisbon; Lisboa; Porto; Coimbra"),
    ("Portugal", "Atlantic/Azores", "Ponta Delgada"),
    (
      "Italy", "Europe/Rome",
      "Rome; Roma; Milan; Milano; Turin; Torino; Naples; Napoli; Florence; Firenze; Bologna; Venice; Pisa"
    ),
    ("Malta", "Europe/Malta", "Valletta"), ("Greece", "Europe/Athens", "Athens; Thessaloniki; Heraklion; Patras"),
    ("Cyprus", "Asia/Nicosia", "Nicosia; Limassol"),
    ("Denmark", "Europe/Copenhagen", "Copenhagen; København; Aarhus; Odense"),
    ("Sweden", "Europe/Stockholm", "Stockholm; Gothenburg; Göteborg; Malmö; Uppsala; Lund"),
    ("Norway", "Europe/Oslo", "Oslo; Bergen; Trondheim; Stavanger"),
    ("Finland", "Europe/Helsinki", "Helsinki; Espoo; Tampere; Turku"),
    ("Iceland", "Atlantic/Reykjavik", "Reykjavík"), ("Estonia", "Europe/Tallinn", "Tallinn; Tartu"),
    ("Latvia", "Europe/Riga", "Riga"), ("Lithuania", "Europe/Vilnius", "Vilnius; Kaunas"),
    ("Poland", "Europe/Warsaw", "Warsaw; Warszawa; Kraków; Gdańsk; Wrocław; Poznań; Łódź"),
    ("Czechia", "Europe/Prague", "Prague; Praha; Brno"), ("Slovakia", "Europe/Bratislava", "Bratislava; Košice"),
    ("Hungary", "Europe/Budapest", "Budapest; Szeged; Debrecen"), ("Slovenia", "Europe/Ljubljana", "Ljubljana"),
    ("Croatia", "Europe/Zagreb", "Zagreb; Split"), ("Serbia", "Europe/Belgrade", "Belgrade; Beograd; Novi Sad"),
    ("Bosnia and Herzegovina", "Europe/Sarajevo", "Sarajevo"), ("North Macedonia", "Europe/Skopje", "Skopje"),
    ("Montenegro", "Europe/Podgorica", "Podgorica"), ("Albania", "Europe/Tirane", "Tirana"),
    ("Romania", "Europe/Bucharest", "Bucharest; București; Cluj-Napoca; Iași; Timișoara"),
    ("Bulgaria", "Europe/Sofia", "Sofia; Plovdiv; Varna"), ("Moldova", "Europe/Chisinau", "Chișinău"),
    ("Ukraine", "Europe/Kyiv", "Kyiv; Kiev; Lviv; Kharkiv; Odesa; Dnipro"), ("Belarus", "Europe/Minsk", "Minsk"),
    ("Russia", "Europe/Moscow", "Moscow; Moskva; Saint Petersburg; St. Petersburg; Nizhny Novgorod; Kazan"),
    ("Russia", "Europe/Samara", "Samara"), ("Russia", "Asia/Yekaterinburg", "Yekaterinburg"),
    ("Russia", "Asia/Novosibirsk", "Novosibirsk"), ("Russia", "Asia/Vladivostok", "Vladivostok"),
    ("Türkiye", "Europe/Istanbul", "Istanbul; İstanbul; Ankara; İzmir; Bursa; Antalya"),
    ("Georgia", "Asia/Tbilisi", "Tbilisi; Batumi; Kutaisi"), ("Armenia", "Asia/Yerevan", "Yerevan"),
    ("Azerbaijan", "Asia/Baku", "Baku"),
  ]

  static let africa: [Row] = [
    ("Morocco", "Africa/Casablanca", "Casablanca; Rabat; Marrakesh; Fez"),
    ("Algeria", "Africa/Algiers", "Algiers; Oran"),
    ("Tunisia", "Africa/Tunis", "Tunis"), ("Libya", "Africa/Tripoli", "Tripoli"),
    ("Egypt", "Africa/Cairo", "Cairo; Alexandria; Giza"),
    ("Sudan", "Africa/Khartoum", "Khartoum"), ("Ethiopia", "Africa/Addis_Ababa", "Addis Ababa"),
    ("Kenya", "Africa/Nairobi", "Nairobi; Mombasa; Kisumu; Eldoret"), ("Uganda", "Africa/Kampala", "Kampala"),
    ("Tanzania", "Africa/Dar_es_Salaam", "Dar es Salaam; Dodoma; Arusha"), ("Rwanda", "Africa/Kigali", "Kigali"),
    ("Burundi", "Africa/Bujumbura", "Bujumbura"), ("Somalia", "Africa/Mogadishu", "Mogadishu"),
    ("Ghana", "Africa/Accra", "Accra; Kumasi"),
    ("Nigeria", "Africa/Lagos", "Lagos; Abuja; Ibadan; Kano; Port Harcourt"),
    ("Senegal", "Africa/Dakar", "Dakar"), ("Côte d'Ivoire", "Africa/Abidjan", "Abidjan"),
    ("Mali", "Africa/Bamako", "Bamako"),
    ("Burkina Faso", "Africa/Ouagadougou", "Ouagadougou"), ("Sierra Leone", "Africa/Freetown", "Freetown"),
    ("Liberia", "Africa/Monrovia", "Monrovia"), ("Gambia", "Africa/Banjul", "Banjul"),
    ("Benin", "Africa/Porto-Novo", "Cotonou; Porto-Novo"),
    ("Togo", "Africa/Lome", "Lomé"), ("Niger", "Africa/Niamey", "Niamey"),
    ("Cameroon", "Africa/Douala", "Douala; Yaoundé"),
    ("Gabon", "Africa/Libreville", "Libreville"), ("Angola", "Africa/Luanda", "Luanda"),
    ("Democratic Republic of the Congo", "Africa/Kinshasa", "Kinshasa"),
    ("Democratic Republic of the Congo", "Africa/Lubumbashi", "Lubumbashi"),
    ("Zambia", "Africa/Lusaka", "Lusaka"), ("Zimbabwe", "Africa/Harare", "Harare; Bulawayo"),
    ("Malawi", "Africa/Blantyre", "Lilongwe; Blantyre"),
    ("Mozambique", "Africa/Maputo", "Maputo"), ("Botswana", "Africa/Gaborone", "Gaborone"),
    ("Namibia", "Africa/Windhoek", "Windhoek"),
    ("South Africa", "Africa/Johannesburg", "Johannesburg; Cape Town; Durban; Pretoria; Stellenbosch; Bloemfontein"),
    ("Lesotho", "Africa/Maseru", "Maseru"), ("Eswatini", "Africa/Mbabane", "Mbabane"),
    ("Madagascar", "Indian/Antananarivo", "Antananarivo"), ("Mauritius", "Indian/Mauritius", "Port Louis"),
  ]

  static let asia: [Row] = [
    ("Israel", "Asia/Jerusalem", "Tel Aviv; Jerusalem; Haifa; Be'er Sheva; Beersheba"),
    ("Palestine", "Asia/Hebron", "Ramallah; Hebron; Bethlehem"),
    ("Palestine", "Asia/Gaza", "Gaza"), ("Lebanon", "Asia/Beirut", "Beirut"), ("Jordan", "Asia/Amman", "Amman"),
    ("Syria", "Asia/Damascus", "Damascus; Aleppo"),
    ("Iraq", "Asia/Baghdad", "Baghdad; Erbil; Basra"), ("Iran", "Asia/Tehran", "Tehran; Isfahan; Shiraz; Mashhad"),
    ("Saudi Arabia", "Asia/Riyadh", "Riyadh; Jeddah; Mecca; Medina; Dammam"), ("Kuwait", "Asia/Kuwait", "Kuwait City"),
    ("Bahrain", "Asia/Bahrain", "Manama"), ("Qatar", "Asia/Qatar", "Doha"), ("Oman", "Asia/Muscat", "Muscat"),
    ("Yemen", "Asia/Aden", "Sana'a; Aden"),
    ("United Arab Emirates", "Asia/Dubai", "Dubai; Abu Dhabi; Sharjah"), ("Afghanistan", "Asia/Kabul", "Kabul"),
    ("Pakistan", "Asia/Karachi", "Karachi; Lahore; Islamabad; Rawalpindi; Hyderabad/Sindh; Peshawar"),
    (
      "India", "Asia/Kolkata",
      """
      Delhi; New Delhi; Mumbai; Bombay; Bengaluru; Bangalore; Hyderabad/Telangana; Chennai; Kolkata; Pune; Ahmedabad; \
      Jaipur; Lucknow; Kochi; Chandigarh; Gurgaon; Gurugram; Noida; Goa; Indore; Nagpur
      """
    ),
    ("Nepal", "Asia/Kathmandu", "Kathmandu; Pokhara"), ("Bhutan", "Asia/Thimphu", "Thimphu"),
    ("Bangladesh", "Asia/Dhaka", "Dhaka; Chittagong"),
    ("Sri Lanka", "Asia/Colombo", "Colombo; Kandy"), ("Maldives", "Indian/Maldives", "Malé"),
    ("Myanmar", "Asia/Yangon", "Yangon; Mandalay"),
    ("Thailand", "Asia/Bangkok", "Bangkok; Chiang Mai; Phuket"), ("Laos", "Asia/Vientiane", "Vientiane"),
    ("Cambodia", "Asia/Phnom_Penh", "Phnom Penh; Siem Reap"),
    ("Vietnam", "Asia/Ho_Chi_Minh", "Hanoi; Ho Chi Minh City; Saigon; Da Nang; Hà Nội; Đà Nẵng"),
    ("Malaysia", "Asia/Kuala_Lumpur", "Kuala Lumpur; Penang; Johor Bahru; George Town"),
    ("Singapore", "Asia/Singapore", "Singapore"),
    ("Indonesia", "Asia/Jakarta", "Jakarta; Bandung; Surabaya; Yogyakarta; Medan"),
    ("Indonesia", "Asia/Makassar", "Denpasar; Makassar; Bali"), ("Indonesia", "Asia/Jayapura", "Jayapura"),
    ("Brunei", "Asia/Brunei", "Bandar Seri Begawan"),
    ("Philippines", "Asia/Manila", "Manila; Quezon City; Cebu; Cebu City; Davao; Makati"),
    (
      "China", "Asia/Shanghai",
      "Beijing; Shanghai; Shenzhen; Guangzhou; Hangzhou; Chengdu; Wuhan; Nanjing; Tianjin; Xi'an; Suzhou; Chongqing"
    ),
    ("Hong Kong", "Asia/Hong_Kong", "Hong Kong; Kowloon"), ("Macau", "Asia/Macau", "Macau"),
    ("Taiwan", "Asia/Taipei", "Taipei; Kaohsiung; Taichung; Hsinchu"),
    (
      "Japan", "Asia/Tokyo",
      "Tokyo; Osaka; Kyoto; Yokohama; Nagoya; Sapporo; Fukuoka; Kobe; Sendai; Hiroshima; 東京; 大阪; 京都"
    ),
    ("South Korea", "Asia/Seoul", "Seoul; Busan; Incheon; Daegu; Daejeon; 서울"),
    ("North Korea", "Asia/Pyongyang", "Pyongyang"),
    ("Mongolia", "Asia/Ulaanbaatar", "Ulaanbaatar"), ("Kazakhstan", "Asia/Almaty", "Almaty; Astana"),
    ("Uzbekistan", "Asia/Tashkent", "Tashkent; Samarkand"),
    ("Kyrgyzstan", "Asia/Bishkek", "Bishkek"), ("Tajikistan", "Asia/Dushanbe", "Dushanbe"),
    ("Turkmenistan", "Asia/Ashgabat", "Ashgabat"),
  ]

  static let pacific: [Row] = [
    (
      "Australia", "Australia/Sydney",
      "Sydney/New South Wales; Newcastle/New South Wales; Canberra; Wollongong/New South Wales"
    ),
    ("Australia", "Australia/Melbourne", "Melbourne/Victoria; Geelong/Victoria"),
    ("Australia", "Australia/Brisbane", "Brisbane/Queensland; Gold Coast/Queensland; Cairns/Queensland"),
    ("Australia", "Australia/Adelaide", "Adelaide/South Australia"),
    ("Australia", "Australia/Perth", "Perth/Western Australia"),
    ("Australia", "Australia/Darwin", "Darwin/Northern Territory"),
    ("Australia", "Australia/Hobart", "Hobart/Tasmania"),
    ("New Zealand", "Pacific/Auckland", "Auckland; Wellington; Christchurch; Dunedin; Hamilton"),
    ("Fiji", "Pacific/Fiji", "Suva"),
    ("Samoa", "Pacific/Apia", "Apia"), ("Tonga", "Pacific/Tongatapu", "Nukuʻalofa"),
    ("Guam", "Pacific/Guam", "Hagåtña"),
    ("Papua New Guinea", "Pacific/Port_Moresby", "Port Moresby"),
  ]
}
