"""firsthand: many reports of one event, and how many sources they really have.

>>> import firsthand
>>> account = firsthand.read("examples/minister-visit")[0]
>>> print(account.finding)
>>> for point in account.disputed: print(point["label"], [v["value"] for v in point["variants"]])
>>> firsthand.check("The minister flew on Tuesday.", account)

Everything runs in this process, offline. The same input gives the same accounts. No figure here says what is true.
"""

from __future__ import annotations

import json
import os
import warnings
from typing import Any, Dict, Iterable, List, Optional, Sequence, Union

from . import _native, _view
from ._native import FirsthandError

__all__ = ["Account", "Answer", "Archive", "FirsthandError", "FirsthandWarning", "check", "page", "read"]
__version__ = "0.1.0"

Path = Union[str, "os.PathLike[str]"]


class FirsthandWarning(UserWarning):
    """Something could not be read, or not as well as it should; the rest went through."""


class Account:
    """What the reports of one story say, with the sentence behind every statement.

    `data` is the account as `firsthand schema` describes it; the attributes are its parts.
    """

    __slots__ = ("_text", "data")

    def __init__(self, text: str):
        self._text = text
        self.data: Dict[str, Any] = json.loads(text)

    def __getattr__(self, name: str) -> Any:
        try:
            return self.data[name]
        except KeyError:
            raise AttributeError(f"an account has no {name}; it has {', '.join(self.data)}") from None

    def __dir__(self) -> List[str]:
        return sorted({*super().__dir__(), *self.data})

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Account) and self._text == other._text

    def __hash__(self) -> int:
        return hash(self._text)

    @property
    def headline(self) -> str:
        """Title of the most central report."""
        return self.data["story"]["headline"]

    @property
    def finding(self) -> str:
        """How many reports and origins, what is agreed and what is disputed, in a sentence."""
        return self.data["story"]["finding"]

    @property
    def origins_range(self) -> Optional[range]:
        """How many independent origins: from certain to possible. None where that was not measured."""
        support = self.data["story"]["support"]
        if support["measure"] == "unmeasured":
            return None
        return range(support["certain"], support["possible"] + 1)

    @property
    def disputed(self) -> List[Dict[str, Any]]:
        """The points reports contradict each other on."""
        return [p for p in self.data["points"] if p["status"] == "disputed"]

    def sentence(self, passage: Dict[str, Any], report: str) -> str:
        """The words a passage stands for: `account.sentence(statement["passage"], statement["report"])`."""
        of = next(r for r in self.data["reports"] if r["id"] == report)
        return (of[passage.get("part", "body")] or "")[passage["start"] : passage["end"]]

    def statements_frame(self) -> Any:
        """The statements as a pandas DataFrame, a row each, with sentence, outlet and speaker."""
        return _view.statements_frame(self)

    def points_frame(self) -> Any:
        """The answers to every point as a pandas DataFrame, a row each."""
        return _view.points_frame(self)

    def to_json(self) -> str:
        """As `firsthand read --json` prints it, byte for byte."""
        return self._text

    def to_html(self) -> str:
        """As one page that needs nothing else."""
        return page([self])

    def _repr_html_(self) -> str:
        return _view.notebook(self)

    def __repr__(self) -> str:
        return f"<Account {self.data['story']['id']}: {self.headline} ({len(self.data['reports'])} reports)>"


class Answer(dict):
    """What reports say to a claim: `verdict`, and `sides` with sentences, reports and origins. No probability."""

    @property
    def verdict(self) -> str:
        """supported, disputed, both, mentioned, not-found or not-measured."""
        return self["verdict"]

    def _repr_html_(self) -> str:
        return _view.answer(self)


def read(
    paths: Union[Path, Iterable[Path]],
    *,
    watchlists: Union[Path, Iterable[Path]] = (),
    threads: int = 0,
) -> List[Account]:
    """Read files, folders and patterns, group them into stories, and give an account of each.

    What could not be read is a `FirsthandWarning` each. `threads`: 0 is one for each core; results do not hang on it.
    """
    accounts, said = _native.read(_paths(paths), _paths(watchlists), threads)
    _warn(said)
    return [Account(a) for a in accounts]


def check(
    claims: Union[str, Sequence[str]],
    accounts: Union[Account, Iterable[Account]],
    *,
    today: Optional[str] = None,
) -> Any:
    """Check a claim (an `Answer`) or several (a list) against accounts. `today` ("2031-03-05") is what "yesterday" counts from."""
    texts = [a.to_json() for a in ([accounts] if isinstance(accounts, Account) else accounts)]
    return _answered(claims, lambda some: _native.check(some, texts, today))


def page(accounts: Iterable[Account]) -> str:
    """Accounts as one page of HTML that needs nothing else."""
    return _native.page([a.to_json() for a in accounts])


class Archive:
    """An archive: one SQLite file that `firsthand serve`, `watch` and `search` use as well."""

    def __init__(self, path: Path):
        self._native = _native.Archive(os.fspath(path))
        self.path = os.fspath(path)

    def add(self, paths: Union[Path, Iterable[Path]], *, threads: int = 0) -> Dict[str, int]:
        """Add reports; gives how many were new, versions, known and unchanged."""
        counts, said = self._native.add(_paths(paths), threads)
        _warn(said)
        return json.loads(counts)

    def stories(
        self,
        *,
        about: Optional[str] = None,
        outlet: Optional[str] = None,
        since: Optional[str] = None,
        until: Optional[str] = None,
        least: int = 1,
    ) -> Iterable[Dict[str, Any]]:
        """Stories, the one with the newest report first."""
        yield from _pages(lambda after: self._native.stories(about, outlet, since, until, least, after, 100))

    def search(
        self,
        words: str,
        *,
        about: Optional[str] = None,
        outlet: Optional[str] = None,
        since: Optional[str] = None,
        until: Optional[str] = None,
        ranked: bool = False,
    ) -> Iterable[Dict[str, Any]]:
        """Reports that have all the words ("..." for words in a row), newest or (`ranked`) best first."""
        yield from _pages(
            lambda after: self._native.search(words, about, outlet, since, until, ranked, after, 100)
        )

    def account(self, story: Union[int, str]) -> Account:
        """The account of a story: 12 or "s12". A story that was merged gives that of the one it went into."""
        return Account(self._native.account(int(str(story).lstrip("s"))))

    def check(self, claims: Union[str, Sequence[str]], *, today: Optional[str] = None) -> Any:
        """Check a claim (an `Answer`) or several (a list) against the archive."""
        return _answered(claims, lambda some: self._native.check(some, today))

    def __repr__(self) -> str:
        return f"<Archive {self.path}>"


def _paths(paths: Union[Path, Iterable[Path]]) -> List[str]:
    if isinstance(paths, (str, os.PathLike)):
        paths = [paths]
    return [os.fspath(p) for p in paths]


def _warn(said: Iterable[Any]) -> None:
    for location, message, _ in said:
        warnings.warn(f"{location}: {message}", FirsthandWarning, stacklevel=3)


def _answered(claims: Union[str, Sequence[str]], ask: Any) -> Any:
    if isinstance(claims, str):
        return Answer(json.loads(ask([claims])[0]))
    return [Answer(json.loads(a)) for a in ask(list(claims))]


def _pages(ask: Any) -> Iterable[Dict[str, Any]]:
    after: Optional[str] = None
    while True:
        listing = json.loads(ask(after))
        yield from listing["items"]
        after = listing["next"]
        if after is None:
            return
