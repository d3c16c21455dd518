"""Queries to try: a table of those that have something to them, and any number of random ones."""

import random
from dataclasses import replace

from Search.reference.content import Content
from Search.reference.folding import queried
from Search.reference.search import HOURS, Query, Reference

TEXTS = [
    "", "   ", "!!!", "a", "an", "ann", "anna", "maria", "MARIA", "maria fuentes", "fuentes maria", "lukasz", "Łukasz", "łukasz müller",
    "muller", "mueller", "Müller", "müler", "schroeder", "grossmann", "weiß", "jorgensen", "joergensen", "angstrom", "aangstroem",
    "o'brien", "obrien", "o’brien", "O brien", "kaaihue", "kaʻaihue", "d'angelo", "n'diaye", "jean-luc", "jean luc", "jeanluc",
    "ibrahim", "İbrahim", "IBRAHIM", "yilmaz", "yılmaz", "istanbul", "İSTANBUL", "thorsson", "þórsson", "sigurdardottir", "dordevic",
    "nguyen", "nguyễn", "pham", "strauss", "brunsted", "bronsted", "emi", "ƒemi",
    "王", "陈", "思远", "陈思远", "思", "欧阳", "欧阳思远", "王 思远", "siyuan", "chen siyuan", "佐藤", "佐藤 美咲", "美咲", "けんじ", "ケンジ", "ｹﾝｼﾞ",
    "김", "김민준", "민준", "황보", "محمد", "مريم", "مَرْيَم", "العلي", "анна", "АННА", "королев", "королёв", "федор", "प्रिया", "शर्मा",
    "μαρια", "Μαρία", "παπαδοπουλος", "ΠΑΠΑΔΌΠΟΥΛΟΣ", "נועה", "כהן", "สมชาย", "ใจดี", "สม", "Նարեկ", "ნინო", "அருண்", "東雲", "東京", "日本語",
    "c++", "C++", "c#", "f#", "c", "c+", "c+++", "r", "go", "golang", "rust", ".net", "net", "node.js", "node", "js", "3d", "3d printing", "sql",
    "ios", "iOS", "curiosity", "curious", "kiosk", "kiosks", "studio", "portfolios", "ui", "ux", "ux research",
    "ml", "machine learning", "machine lerning", "mashine learning", "machinelearning", "tech", "technology", "healthcare", "health care",
    "entrepreneurship", "starting a business", "cv", "cv review", "resume", "résumé", "resume review", "networking",
    "video", "video call", "phone", "in person", "in-person", "flash", "ongoing", "flash mentoring", "first generation", "first-gen",
    "veterans", "lgbtq", "lgbtq+", "transfer", "english", "български", "bulgarian", "mandarin",
    "engineer", "enginer", "engneer", "nigeneer", "enginering", "software enginering berlin", "nurse", "nursing boston", "nurs", "volcan",
    "volcanology", "vulcanology", "volcanlogy", "xylophone", "zzzz", "zzzzzzzz", "featherstonehaugh", "fetherstonehaugh",
    "featherstonhaugh", "wolfeschlegelstein", "smith", "smtih", "smiht", "smit", "smth", "jonson", "jhonson", "johnsen",
    "katherine smith", "catherine smith", "smith katherine", "smith k", "k smith", "katherine k. smith", "grace lee", "lee grace", "lee",
    "nordlicht", "nordlicht berlin", "nordlicht münchen", "muller sohne", "mueller soehne", "angstrom labs", "credit du lac", "zurich",
    "zuerich", "zurcher werke", "blue heron", "blue heron boston", "heron blu", "quill quire", "quill & quire press", "ivory tower games",
    "sao paulo", "São Paulo", "hanoi", "ha noi", "krakow", "αθηνα", "athens", "munchen", "muenchen", "munich", "ile de france", "hawaii",
    "hawaiʻi", "kobenhavn", "koebenhavn", "reykjavik", "new york", "york new", "united states", "2027", "1998", "fire drill", "fire drill 1998",
    "naïve", "naive", "“it depends”", "stubbornness", "notes", "example", "https", "boat never float", "the", "i", "of", "and", "it",
    "пишіть", "пишить", "ﬁre", "Ｃ＋＋", "²", "½", "x²", "e\u0301lodie", "É", "ß", "ə", "ʻ", "'", "+", "#", "++", "a+b", "anna\u0000smith",
    "history", "music", "education", "business", "law", "art", "media", "arts", "science", "english business", "law english",
    "one two three four five six seven eight nine ten", "a b c d e f g h i j k l m n o p q r s t",
    "madonna", "prakash", "osk", "ósk", "maria de los angeles fuentes rojo", "de los angeles", "van der heijden", "baptiste okoro",
    "abd al rahman", "wei-ling", "mary jane watson price", "dell'acqua", "dellacqua",
]

CHOICES = [
    Query(), Query(sort="fair"), Query(sort="name"), Query(sort="newest"), Query(sort="soonest"), Query(sort="relevance"),
    Query("maria", sort="name"), Query("maria", sort="newest"), Query("maria", sort="soonest"), Query("maria", sort="fair"),
    Query(within=7), Query(within=14), Query(within=7, sort="soonest"), Query(within=14, hours=("evening",)),
    *(Query(hours=(part,)) for part in HOURS), Query(hours=("morning", "night")), Query(hours=HOURS),
    Query(filters={"mentoring": ["flash"]}), Query(filters={"mentoring": ["flash", "ongoing"]}),
    Query(filters={"meeting-modes": ["video"], "mentoring": ["ongoing"], "languages": ["english"]}),
    Query(filters={"industry": ["technology"]}), Query(filters={"industry": ["technology", "finance"]}),
    Query(filters={"industry": ["nothing"]}), Query(filters={"industry": ["nothing", "technology"]}),
    Query(filters={"nothing": ["technology"]}), Query(filters={"industry": []}), Query(filters={"help-with": ["resume-review"]}),
    Query(filters={"expertise": ["c-plus"]}), Query(filters={"expertise": ["c-sharp", "f-sharp"]}),
    Query("engineer", {"industry": ["technology"]}, within=7), Query("a", {"industry": ["technology"]}, hours=("evening",)),
    Query(years={"class-year": (2005, 2015)}), Query(years={"class-year": (1900, 2100)}), Query(years={"class-year": (2015, 2005)}),
    Query("maria", years={"class-year": (1990, 2020)}), Query(filters={"class-year": ["1990"]}, years={"class-year": (2005, 2006)}),
    Query("nobody of this name", {"industry": ["technology"]}),
]


def table() -> list[Query]:
    """All queries of the table."""
    return [Query(text) for text in TEXTS] + CHOICES


def randomly(count: int, reference: Reference) -> list[Query]:
    """Queries that somebody may think of for this site: words of profiles, whole, begun or misspelt, and any filters."""
    dice = random.Random(f"queries {len(reference.mentors)}")
    return [_random(dice, reference) for _ in range(count)]


def _random(dice: random.Random, reference: Reference) -> Query:
    query = Query(" ".join(_word(dice, reference.content) for _ in range(dice.choice([0, 1, 1, 1, 2, 2, 3]))))
    columns = {facet: sorted(terms) for facet, terms in reference.columns.items() if facet not in ("openings", "hours")}
    for facet in dice.sample(sorted(columns), min(len(columns), dice.choice([0, 0, 1, 1, 2, 3]))):
        if facet == "class-year":
            first = dice.randint(1965, 2020)
            query = replace(query, years={facet: (first, first + dice.randint(0, 30))})
        else:
            terms = dice.sample(columns[facet], min(len(columns[facet]), dice.randint(1, 3)))
            query = replace(query, filters=query.filters | {facet: terms})
    return replace(
        query, within=dice.choice([0, 0, 0, 7, 14]), hours=tuple(dice.sample(HOURS, dice.choice([0, 0, 0, 1, 2]))),
        sort=dice.choice(["", "", "", "relevance", "fair", "name", "newest", "soonest"]))


def _word(dice: random.Random, content: Content) -> str:
    mentor = dice.choice(content.mentors)
    texts = [
        mentor.one("name"), mentor.one("name"), mentor.bio or "help", mentor.location("city"), mentor.location("country"),
        *(mentor.one(field) or "help" for field in ("employer", "title", "headline", "school", "industry", "ask_me_about")),
        *(mentor.many(field) for field in ("expertise", "majors", "help_with", "languages"))]
    text = dice.choice(texts)
    text = dice.choice(text or ["help"]) if isinstance(text, list) else text
    word = dice.choice(queried(text) or ["help"])
    kind = dice.random()
    if kind < 0.3:
        return word[: dice.randint(1, len(word))]
    return _misspelt(dice, word) if kind < 0.6 else word.capitalize() if kind < 0.7 else word


def _misspelt(dice: random.Random, word: str) -> str:
    for _ in range(dice.choice([1, 1, 2])):
        at = dice.randrange(len(word))
        word = dice.choice([
            word[:at] + word[at + 1 :], word[:at] + dice.choice("aeinrst") + word[at:],
            word[:at] + dice.choice("aeinrst") + word[at + 1 :],
            word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]]) or word
    return word
