"""An invented world: stories that go on, and outlets that report them, some in the words of others.

Report n is always the same for the same seed, whenever it is asked for. A report has 150 to 400 words, a copy that was cut somewhat
less. Two in five begin a story; the others are of a story that was begun before, the newest ones most often, and a third of those
are an earlier report of it, whole, cut, or with more behind it.
"""
import html, pathlib, random, sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "archive"))
from invent import word

OUTLETS = 25
OPEN = 400  # stories that further reports may be of
NOUNS = (
    "harbour school bridge council hospital market warehouse ferry railway mill quarry library orchard tunnel brewery lighthouse "
    "budget inquiry contract licence petition tender loan survey permit ballot timetable levy"
).split()
VERBS = "closed reopened damaged bought sold flooded blocked approved rejected delayed inspected repaired halted moved rebuilt".split()
THINGS = "people houses workers families boats lorries pupils tickets hectares jobs".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
OFFICES = ["Mayor", "Minister", "Harbour master", "Judge", "Professor", "Inspector", "Chairwoman", "Engineer"]
LEADS = [
    "The {n} of {c} was {v} on {d} after a {r} broke, and {k} {t} were affected, {P} said.",
    "{P} said on {d} that the {r} {n} in {c} would be {v}, at a cost of {k} crowns.",
    "{o} has {v} the {n} near {c}, leaving {k} {t} to wait for a {r}, it said on {d}.",
    "At least {k} {t} in {c} were counted out when the {r} {n} was {v} on {d}, according to {o}.",
]
MORE = [
    "“We had asked for a {r} long before {d},” {p} told reporters, “and nobody listened.”",
    "The {n} was last {v} in {y}, records of {o} show.",
    "{o} denied that it had {v} the {n} without a {r}.",
    "By {d} evening some {k} of the {t} had gone home.",
    "{p}, who came to {c} in {y}, said the {n} and the {r} belong together.",
    "A meeting at the {n} of {c} is planned for {d}.",
    "Neighbours of the {n} told of a {r} {r} that could be heard across {c}.",
    "It is not known who {v} the {r}.",
    "“That {n} is older than any of us,” said {p}.",
    "{P} wants {o} to pay for the {n}, which is thought to be worth {k} million crowns.",
    "The court of {c} had {v} an earlier plan for a {n} in {y}.",
    "Rain kept the {r} wet until {d}, and the {n} stayed shut.",
    "Of the {k} {t} about half had a {r} of their own, {o} said.",
    "{p} and {o} do not agree on what the {r} has to do with the {n}.",
    "In {y} a {n} of the same kind was {v} near {c} within a week.",
    "Whoever has seen the {r} is asked to write to {o}.",
]


def name(chance, most):
    return word(chance.randrange(most)).capitalize()


class Story:
    """What happened; all of it follows from its number."""

    def __init__(self, seed, number):
        chance = random.Random(f"{seed} story {number}")
        self.people = [(chance.choice(OFFICES), f"{name(chance, 9000)} {name(chance, 40_000)}") for _ in range(3)]
        self.bodies = [f"{name(chance, 20_000)} {chance.choice(['Council', 'Lines', 'Trust', 'Union', 'Works'])}" for _ in range(2)]
        self.place = name(chance, 6000)
        self.nouns = chance.sample(NOUNS, 4)
        self.rare = [word(int(200_000 ** chance.random())) for _ in range(14)]
        self.count, self.thing = chance.randrange(2, 9000), chance.choice(THINGS)

    def slots(self, chance):
        office, person = chance.choice(self.people)
        return {
            "P": f"{office} {person}", "p": person, "o": chance.choice(self.bodies), "c": self.place, "n": chance.choice(self.nouns),
            "v": chance.choice(VERBS), "r": chance.choice(self.rare), "d": chance.choice(DAYS), "y": chance.randrange(1950, 2025),
            "k": self.count if chance.random() < 0.85 else chance.randrange(2, 9000), "t": self.thing,
        }

    def text(self, seed, number):
        """Title and paragraphs of the report of this number, in words of its own."""
        chance = random.Random(f"{seed} report {number}")
        title = "{c}: {r} {n} {v}, {k} {t} wait" if chance.random() < 0.5 else "{o} {v} {n}, {p} says"
        title = title.format(**self.slots(chance))
        parts, words, want = [chance.choice(LEADS).format(**self.slots(chance))], 0, chance.randint(160, 340)
        while words < want:
            parts.append(" ".join(chance.choice(MORE).format(**self.slots(chance)) for _ in range(chance.randint(1, 3))))
            words += len(parts[-1].split())
        return title, parts


class World:
    """All reports so far: for each its outlet, story, and the report whose words it has."""

    def __init__(self, seed):
        self.seed, self.chance = seed, random.Random(seed)
        self.reports, self.stories, self.open = [], 0, []

    def next(self):
        """The next report happens; gives its number."""
        chance, number = self.chance, len(self.reports)
        outlet, source = chance.randrange(OUTLETS), None
        if not self.open or chance.random() < 0.4:
            story = self.stories
            self.stories += 1
            self.open.append((story, []))
            del self.open[:-OPEN]
        else:
            story, told = self.open[-1 - int(len(self.open) * chance.random() ** 3)]
            if told and chance.random() < 1 / 3:
                source = chance.choice(told)
        for held, told in reversed(self.open):
            if held == story:
                if source is None and len(told) < 4:
                    told.append(number)
                break
        self.reports.append((outlet, story, source))
        return number

    def told(self, number):
        """Title and paragraphs of a report."""
        _, story, source = self.reports[number]
        tale = Story(self.seed, story)
        if source is None:
            return tale.text(self.seed, number)
        title, parts = tale.text(self.seed, source)
        kind = number % 4
        if kind == 1:
            parts = parts[: max(3, len(parts) * 2 // 3)]
        if kind == 2:
            parts = parts + tale.text(self.seed, number)[1][-2:]
        return title, parts

    def copies(self):
        return sum(source is not None for _, _, source in self.reports)


def page(outlet, title, parts, when):
    """A page as an outlet prints it: navigation, report, footer."""
    e = html.escape
    paper = paper_of(outlet)
    links = "".join(f'<li><a href="/{s}">{s.title()}</a></li>' for s in ("home", "region", "sport", "business", "weather"))
    body = "\n".join(f"<p>{e(p)}</p>" for p in parts)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{e(title)} | {paper}</title>'
        f'<meta property="og:site_name" content="{paper}"><meta property="article:published_time" content="{when}"></head>'
        f"<body><nav><ul>{links}</ul></nav><article><h1>{e(title)}</h1><p class=\"byline\">By our reporter</p>\n{body}\n</article>"
        f"<footer><p>{paper} is printed daily. All rights reserved.</p></footer></body></html>"
    ).encode()


def paper_of(outlet):
    return f"{word(outlet * 37 + 5).capitalize()} {['Courier', 'Mirror', 'Herald', 'Post', 'Lantern'][outlet % 5]}"
