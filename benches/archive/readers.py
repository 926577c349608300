"""Asks a running `firsthand serve` while somebody adds: how long searches and story pages take, and whether any fails.

usage: readers.py ADDRESS STORIES [SECONDS]

Two askers one after the other for SECONDS (search words of all ranks, then story pages drawn at random); then 500 at once, each
asking ten times. Prints median, p99 and the greatest time, and counts what was not answered with 200.
"""
import asyncio, random, sys, time, urllib.parse

from invent import COMMON, word, zipf


async def ask(host, port, path):
    begun = time.perf_counter()
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nAccept: text/html\r\nConnection: close\r\n\r\n".encode())
    await writer.drain()
    answer = await reader.read()
    writer.close()
    return time.perf_counter() - begun, answer.split(b"\r\n", 1)[0].split(b" ")[1:2] == [b"200"]


def search(chance):
    words = [word(zipf(chance)) for _ in range(chance.choice([1, 1, 2]))]
    if chance.random() < 0.1:
        words.append(chance.choice(COMMON))
    ranked = "&ranked=true" if chance.random() < 0.5 else ""
    return "/search?q=" + urllib.parse.quote(" ".join(words)) + ranked


def told(name, answers):
    times = sorted(t for t, _ in answers)
    bad = sum(not fine for _, fine in answers)
    at = lambda share: 1000 * times[min(len(times) - 1, int(share * len(times)))]
    print(f"{name}: {len(times)} asked, median {at(.5):.1f} ms, p99 {at(.99):.1f} ms, greatest {1000 * times[-1]:.1f} ms, {bad} failed", flush=True)


async def steady(name, host, port, path, seconds):
    async def one(seed):
        chance, answers, end = random.Random(seed), [], time.time() + seconds
        while time.time() < end:
            answers.append(await ask(host, port, path(chance)))
        return answers
    parts = await asyncio.gather(one(1), one(2))
    told(name, [answer for part in parts for answer in part])


async def crowd(host, port, stories):
    async def one(seed):
        chance, answers = random.Random(seed), []
        for _ in range(10):
            path = search(chance) if chance.random() < 0.5 else f"/story/{chance.randrange(1, stories)}"
            answers.append(await ask(host, port, path))
        return answers
    parts = await asyncio.gather(*(one(seed) for seed in range(500)))
    told("500 at once", [answer for part in parts for answer in part])


async def main(address, stories, seconds=20):
    host, port = address.removeprefix("http://").split(":")
    stories = int(stories)
    await steady("search", host, int(port), search, int(seconds))
    await steady("story page", host, int(port), lambda chance: f"/story/{chance.randrange(1, stories)}", int(seconds))
    await crowd(host, int(port), stories)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:4]))
