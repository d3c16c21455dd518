"""Names and words that invented people are made of. No list names anybody."""


def pairs(text: str) -> list[tuple[str, str]]:
    """`思远=Siyuan Anna` is [("思远", "Siyuan"), ("Anna", "Anna")]: as it is written, and in plain letters."""
    return [(written, plain or written) for written, _, plain in (word.partition("=") for word in text.split())]


def listed(text: str) -> list[str]:
    """Items between semicolons, over any number of lines."""
    return [" ".join(item.split()) for item in text.split(";")]


PLAIN_GIVEN = (
    "Emma Olivia James William Noah Sophia Charlotte Henry Amelia Lucas Benjamin Harper Evelyn Daniel Grace Samuel "
    "Hannah David Joseph Rachel Thomas Laura Matthew Sarah Andrew Megan Christopher Emily Joshua Lauren Nathan Brian "
    "Katherine Kevin Patricia George Linda Robert Susan Michael Karen Richard Nancy Charles Betty Marcus Tiffany Darius "
    "Keisha Jamal Aaliyah Monique Walter Ruth Patrick Bridget Connor Dylan Imogen Ravi Priya Anjali Arjun Vikram Deepa "
    "Sanjay Mei Kenji Aisha Omar Fatima Yusuf Leila Chidi Ngozi Kwame Ama Stephen Steven Catherine Jonathan Elizabeth "
    "Zachary Geoffrey Margaret Philip Theodore Josephine Beatrice Rosalind Jean-Luc Mary-Ann").split()
PLAIN_FAMILY = (
    "Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Thomas Moore Jackson Martin Lee Thompson "
    "White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Nelson Baker Hall Rivera "
    "Campbell Mitchell Carter Roberts Phillips Evans Turner Parker Collins Edwards Stewart Morris Murphy Cook Rogers "
    "Morgan Peterson Cooper Reed Bailey Bell Kelly Howard Ward Cox Richardson Wood Watson Brooks Bennett Gray Hughes "
    "Price Myers Long Foster Sanders Ross Powell Sullivan Russell Hamilton Graham Fisher Ellis Owens Burns Gordon Shaw "
    "Holmes Rice Hunt Black Daniels Palmer Mills Grant Knight Ferguson Stone Hawkins Dunn Perkins Hudson Spencer "
    "Patel Shah Kumar Gupta Singh Sharma Iyer Nair Reddy Mehta Chen Wang Liu Kim Park Nguyen Tran Tanaka Sato Okafor "
    "Mensah Adeyemi Khan Ahmed Hassan Rahman O'Brien O’Connor McCarthy McDonald Fitzgerald Goldberg Cohen Katz N'Diaye "
    "Kaʻaihue D'Angelo Achterberg Featherstonehaugh Papadakis Wolfeschlegelstein").split()
MARKED_GIVEN = (
    "José María Sofía Andrés Lucía Joaquín Inés Raúl François Hélène Zoé Élodie René Jürgen Björn Søren Åsa Håkan Łukasz "
    "Małgorzata Zdeněk Jiří Tomáš Gülşen Çağla İbrahim João Conceição Thảo Đức Ștefan Ádám Réka Siân Máire Ólafur Guðrún "
    "Ƒemi Žofia Grażyna Øystein Ragnhildur").split()
MARKED_FAMILY = (
    "García Rodríguez Martínez Hernández López Peña Muñoz Lefèvre Bélanger Côté Müller Schröder Großmann Weiß Jørgensen "
    "Ångström Sjögren Wójcik Żółkiewski Dvořák Novák Yılmaz Öztürk Gonçalves Araújo Nguyễn Phạm Ionescu Szabó Þórsson "
    "Sigurðardóttir Łapiński Çelik Strauß Brønsted Mäkinen Õunapuu Đorđević").split()
LONG_NAMES = listed(
    "María de los Ángeles Fuentes Rojo; Ludwig van der Heijden; Siobhán Ní Dhomhnaill; Ana Beatriz da Costa Lima; "
    "Thích Minh Châu; Abd al-Rahman ibn Khalid; Madonna; Prakash; Ósk; Wei-Ling Tsai; Jan Willem de Vries; "
    "Nina Simone Baptiste-Okoro; Sofia Lindgren Åberg; Leonardo dell'Acqua; Mary Jane Watson-Price; "
    "Grace Lee; Grace M. Lee; Park Grace Lee; Grace Lee Moon; Grace Ann Lee; Grace Lee O’Hara")
# Weight, given names, family names, whether the family's comes first, what stands between.
SCRIPTS = [
    (5, pairs("思远=Siyuan 伟=Wei 芳=Fang 静=Jing 丽=Li 晓明=Xiaoming 雨桐=Yutong 子涵=Zihan 建国=Jianguo 梓萱=Zixuan"),
     pairs("陈=Chen 王=Wang 李=Li 张=Zhang 刘=Liu 黄=Huang 周=Zhou 欧阳=Ouyang 司马=Sima 徐=Xu"), True, ""),
    (3, pairs("さくら=Sakura 健太=Kenta 美咲=Misaki 翔太=Shota 陽菜=Hina 大輔=Daisuke ケンジ=Kenji がくと=Gakuto"),
     pairs("佐藤=Sato 鈴木=Suzuki 高橋=Takahashi 田中=Tanaka 渡辺=Watanabe 山本=Yamamoto 佐々木=Sasaki"), True, " "),
    (3, pairs("민준=Minjun 서연=Seoyeon 지훈=Jihoon 수빈=Subin 현우=Hyunwoo 영희=Younghee"),
     pairs("김=Kim 이=Lee 박=Park 최=Choi 정=Jung 황보=Hwangbo"), True, ""),
    (3, pairs("محمد=Mohammed فاطمة=Fatima أحمد=Ahmed ليلى=Layla يوسف=Yousef مَرْيَم=Maryam خالد=Khaled نور=Nour"),
     pairs("العلي=Al-Ali حسن=Hassan المصري=Al-Masri خوري=Khoury حداد=Haddad صالح=Saleh"), False, " "),
    (3, pairs("Анна=Anna Дмитрий=Dmitry Екатерина=Ekaterina Фёдор=Fyodor Ольга=Olga Сергей=Sergei Наталія=Nataliia"),
     pairs("Иванов=Ivanov Петрова=Petrova Смирнов=Smirnov Шевченко=Shevchenko Королёв=Korolyov"), False, " "),
    (2, pairs("प्रिया=Priya राहुल=Rahul अंजलि=Anjali विक्रम=Vikram अर्जुन=Arjun"),
     pairs("शर्मा=Sharma वर्मा=Verma गुप्ता=Gupta सिंह=Singh जोशी=Joshi"), False, " "),
    (2, pairs("Γιώργος=Giorgos Μαρία=Maria Νίκος=Nikos Ελένη=Eleni"),
     pairs("Παπαδόπουλος=Papadopoulos Γεωργίου=Georgiou Δημητρίου=Dimitriou"), False, " "),
    (2, pairs("נועה=Noa דוד=David תמר=Tamar יוסי=Yossi"), pairs("כהן=Cohen לוי=Levi מזרחי=Mizrahi"), False, " "),
    (2, pairs("สมชาย=Somchai สุดา=Suda นภา=Napa"), pairs("ใจดี=Jaidee ศรีสุข=Srisuk วงศ์ทอง=Wongthong"), False, " "),
    (1, pairs("Նարեկ=Narek Անահիտ=Anahit"), pairs("Սարգսյան=Sargsyan Պետրոսյան=Petrosyan"), False, " "),
    (1, pairs("ნინო=Nino გიორგი=Giorgi"), pairs("ბერიძე=Beridze კაპანაძე=Kapanadze"), False, " "),
    (1, pairs("அருண்=Arun கவிதா=Kavitha"), pairs("முருகன்=Murugan செல்வம்=Selvam"), False, " "),
]
INDUSTRIES = listed(
    "Technology; Finance; Health care; Consulting; Education; Government & Policy; Law; Media; Nonprofit; Energy; "
    "Manufacturing; Biotechnology; Real estate; Retail; Arts and design; Aerospace; Hospitality; Agriculture; Logistics; "
    "Sports; Architecture; Gaming")
EXPERTISE = listed(
    "Software engineering; Machine learning; Data analysis; Product management; UX research; Cloud infrastructure; "
    "Cybersecurity; iOS development; Android development; Game design; Embedded systems; Robotics; Computer vision; "
    "Quantum computing; Bioinformatics; Clinical research; Public health; Nursing; Medicine; Dentistry; Pharmacy; "
    "Health policy; Mental health; Psychology; Neuroscience; Genetics; Drug discovery; Medical devices; "
    "Veterinary medicine; Investment banking; Private equity; Venture capital; Risk management; Corporate finance; "
    "Accounting; Tax; Insurance; Actuarial science; Payments; Impact investing; Management consulting; Strategy; "
    "Operations; Supply chains; Procurement; Project management; Human resources; Leadership; Public speaking; "
    "Negotiation; Teaching; Curriculum design; Higher education; Special education; Museums; Archives; Photography; "
    "Film production; Screenwriting; Animation; Music; Theater; Creative writing; Journalism; Publishing; Podcasting; "
    "Marketing; Public relations; Market research; Sales; Customer success; E-commerce; Fashion; Graphic design; "
    "Industrial design; Urban planning; Civil engineering; Structural engineering; Mechanical engineering; "
    "Electrical engineering; Chemical engineering; Materials science; Aerospace engineering; Semiconductors; "
    "Renewable energy; Climate policy; Sustainability; Environmental science; Conservation; Food science; Nutrition; "
    "Sports management; Physical therapy; Corporate law; Intellectual property; Immigration law; Criminal justice; "
    "Human rights; Diplomacy; International development; Economics; Statistics; Mathematics; Physics; Translation; "
    "Linguistics; Social work; Fundraising; Grant writing; Starting a business; Technical writing; Open source; "
    "C++; C#; F#; R; Go; Rust; .NET; Node.js; SQL; 3D printing; Volcanology; Beekeeping; Cryptography")
HELP = listed(
    "Informational interview; Career advice; Résumé review; Interview practice; Graduate school; Changing fields; "
    "Moving abroad; Salary negotiation; Portfolio review; First-generation questions; General networking")
LANGUAGES = listed(
    "Spanish; French; German; Mandarin Chinese; Cantonese; Hindi; Arabic; Portuguese; Russian; Japanese; Korean; Italian; "
    "Vietnamese; Tagalog; Hebrew; Polish; Swahili; Turkish; 日本語; Български")
SCHOOLS = listed(
    "College of Arts and Sciences; School of Engineering; Business School; School of Medicine; Law School; "
    "School of Education; School of Public Health; School of Music")
DEGREES = ["BA", "BS", "MBA", "MS", "MA", "PhD", "JD", "MD", "MFA"]
MAJORS = listed(
    "Economics; Computer science; Psychology; Political science; Biology; English; History; Mathematics; Chemistry; "
    "Sociology; Philosophy; Physics; Marketing; Art history; Anthropology; Classics; Comparative literature")
TITLES = listed(
    "Engineer; Manager; Director; Analyst; Consultant; Partner; Associate; Founder; Researcher; Professor; Counsel; "
    "Designer; Architect; Scientist; Producer; Editor; Physician; Teacher; Planner; Chief of Staff")
COMMUNITIES = listed("Veterans; Transfer students; Parents and caregivers; Rural students; LGBTQ+ community; Student athletes")
EMPLOYERS = listed(
    "Nordlicht Energie; Müller & Söhne; Ångström Labs; Crédit du Lac; Zürcher Werke; 東雲電機; O'Hara Partners; Fjordkraft Øst; "
    "Tidewater Speech; Seekonk Point High School; Liffey Archive; Blue Heron Health; Kestrel Robotics; Quill & Quire Press; "
    "Harbor Light Foundation; Copperfield Bank; Ivory Tower Games; Pine Ridge Hospital; Red Lantern Films; Saltmarsh Brewing; "
    "Ministry of Silly Maps; Halcyon Aerospace; Larkspur Legal Aid; Ferrous Foundry; Orchard Street Theater; Cobalt Payments")
SYLLABLES = (
    "bra cal den el far gal hor jor kel lum mar nor per quin ros sel tal ver wes yar zen cor dra fen glo jun".split(),
    "a e o an en in ar er or al il ma na ra ven ton dor mere ford wick".split(),
    "dale ville ix ia um ex on go vo ly us ory ell ett o".split(),
    "Labs Group Partners Health Capital Systems Institute Studios Media Software Networks Ventures".split())
# City, region, country, zone.
PLACES = [tuple(place.split("|")) for place in listed(
    "New York|New York|United States|America/New_York; Boston|Massachusetts|United States|America/New_York; "
    "San Francisco|California|United States|America/Los_Angeles; Chicago|Illinois|United States|America/Chicago; "
    "Seattle|Washington|United States|America/Los_Angeles; Austin|Texas|United States|America/Chicago; "
    "Honolulu|Hawaiʻi|United States|Pacific/Honolulu; Philadelphia|Pennsylvania|United States|America/New_York; "
    "Toronto|Ontario|Canada|America/Toronto; Montréal|Québec|Canada|America/Toronto; London|England|United Kingdom|Europe/London; "
    "Edinburgh|Scotland|United Kingdom|Europe/London; Dublin|Leinster|Ireland|Europe/Dublin; Paris|Île-de-France|France|Europe/Paris; "
    "Berlin|Berlin|Germany|Europe/Berlin; München|Bayern|Germany|Europe/Berlin; Zürich|Zürich|Switzerland|Europe/Zurich; "
    "København|Hovedstaden|Denmark|Europe/Copenhagen; Kraków|Małopolska|Poland|Europe/Warsaw; İstanbul|İstanbul|Türkiye|Europe/Istanbul; "
    "Αθήνα|Αττική|Greece|Europe/Athens; Tel Aviv|Tel Aviv|Israel|Asia/Jerusalem; Lagos|Lagos|Nigeria|Africa/Lagos; "
    "Nairobi|Nairobi|Kenya|Africa/Nairobi; Mumbai|Maharashtra|India|Asia/Kolkata; Kathmandu|Bagmati|Nepal|Asia/Kathmandu; "
    "Singapore|Singapore|Singapore|Asia/Singapore; Hà Nội|Hà Nội|Vietnam|Asia/Ho_Chi_Minh; 東京|東京|日本|Asia/Tokyo; "
    "Seoul|Seoul|South Korea|Asia/Seoul; São Paulo|São Paulo|Brazil|America/Sao_Paulo; Bogotá|Cundinamarca|Colombia|America/Bogota; "
    "Sydney|New South Wales|Australia|Australia/Sydney; Reykjavík|Höfuðborgarsvæðið|Iceland|Atlantic/Reykjavik")]
SENTENCES = [
    "I spent {n} years in {x} before I moved to {city}, where I lead a team of {m}.",
    "My way from {major} to {x} was anything but straight.",
    "At {employer} I work on {project}, which connects {x} with {y}.",
    "My *curiosity* got me into {x}; stubbornness kept me there.",
    "We put kiosks into {m} stations, and nobody read the instructions.",
    "I look at portfolios, radios and scenarios, in that order.",
    "If you weigh an offer against graduate school, bring the numbers.",
    "I was the only {major} graduate in my year, and it turned out to be an advantage.",
    "See [my notes on {project}](https://notes.example.org/{n}) for more.",
    "On weekends I restore a boat that will probably never float.",
    "I don't do résumé reviews; I'm bad at them.",
    "> Be curious first and impressive second.",
    "- Preparing for an interview in {y}\n- Moving to {city}\n- Saying **no** to a manager",
    "The naïve answer is `{m}`; the honest one is “it depends”.",
    "日本語でもどうぞ。",
    "Пишіть українською, якщо так простіше.",
    "What I wish I had known at twenty-two: nobody has a plan.",
    "I have hired {m} people for {project} and regret {n} of them.",
]
