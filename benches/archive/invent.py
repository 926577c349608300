"""Invents reports as JSON lines: stories of one to eight reports in words drawn by Zipf's law, with names, days and numbers.

usage: invent.py COUNT [FIRST] > reports.jsonl

The same numbers give the same bytes. A report has about 400 words (2.6 kB); reports of one story share names, place, numbers and rare words.
"""
import json, random, sys

SYLLABLES = [a + b for a in "b d f g h k l m n p r s t v w z br dr gr kl st tr".split() for b in "a e i o u ar el in or un".split()]
COMMON = "the of to and in a was on for said is that at by it with from as be were has had have which been their after more not are".split()


def word(number):
    out, number = "", number + 40
    while number:
        number, rest = divmod(number, len(SYLLABLES))
        out += SYLLABLES[rest]
    return out


def zipf(chance, size=60_000):
    return int(size ** chance.random()) - 1


def sentence(chance, own):
    words = []
    for _ in range(chance.randint(10, 26)):
        dice = chance.random()
        words.append(chance.choice(COMMON) if dice < 0.45 else chance.choice(own) if dice < 0.6 else word(zipf(chance)))
    words[0] = words[0].capitalize()
    return " ".join(words)


def story(number):
    chance = random.Random(number)
    who = f"{word(chance.randrange(9000)).capitalize()} {word(chance.randrange(40_000)).capitalize()}"
    place = word(chance.randrange(6000)).capitalize()
    own = [word(chance.randrange(60_000)) for _ in range(14)] + [who, place, place, str(chance.randrange(2, 9000))]
    day = f"2025-{1 + number // 40 // 28 % 12:02d}-{1 + number // 40 % 28:02d}"
    for report in range(1 + min(7, int(chance.expovariate(0.7)))):
        body = [f"{who} was in {place} on Monday, the mayor of {place} said."]
        while sum(len(s) for s in body) < 2500:
            body.append(sentence(chance, own) + ".")
            if chance.random() < 0.12:
                body.append(f"“{sentence(chance, own)},” {who} told reporters.")
        paragraphs = [" ".join(body[n:n + 3]) for n in range(0, len(body), 3)]
        yield {
            "title": sentence(chance, own)[:70].rstrip(), "text": "\n\n".join(paragraphs), "published": day,
            "url": f"https://paper{chance.randrange(400)}.example/{number}/{report}", "outlet": f"Paper {chance.randrange(400)}",
        }


def main(count, first=0):
    made, number = 0, int(first)
    while made < int(count):
        for report in story(number):
            print(json.dumps(report, ensure_ascii=False))
            made += 1
        number += 1


if __name__ == "__main__":
    main(*sys.argv[1:3])
