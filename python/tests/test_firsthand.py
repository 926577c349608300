"""The module as somebody at a notebook uses it, on the fiction of the project."""

import concurrent.futures
import pathlib
import sqlite3
import subprocess
import warnings

import pytest

import firsthand

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "examples"
VISIT = EXAMPLES / "minister-visit"


@pytest.fixture(scope="module")
def account():
    accounts = firsthand.read(VISIT)
    assert len(accounts) == 1
    return accounts[0]


def test_every_statement_leads_to_its_sentence(account):
    assert account.statements
    for statement in account.statements:
        passage = statement["passage"]
        assert account.sentence(passage, statement["report"]) == passage["text"]


def test_parts_are_attributes(account):
    assert account.headline == account.story["headline"]
    assert len(account.reports) == account.story["reports"]
    assert [p["status"] for p in account.disputed] == ["disputed"] * len(account.disputed)
    assert account.disputed, "the reports disagree on the day of departure"
    low, high = account.story["support"]["certain"], account.story["support"]["possible"]
    assert (account.origins_range.start, account.origins_range.stop) == (low, high + 1)
    assert "statements" in dir(account)
    with pytest.raises(AttributeError, match="an account has no score"):
        account.score


def test_order_and_threads_do_not_show(account):
    files = sorted(VISIT.iterdir(), reverse=True)
    assert firsthand.read(files, threads=1) == [account]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        assert list(pool.map(firsthand.read, [VISIT, VISIT])) == [[account], [account]]


def test_claims(account):
    answer = firsthand.check("The minister left Karvengrad on Tuesday.", account)
    assert answer.verdict == "both"
    assert "probability" not in str(answer)
    both = firsthand.check(["The minister left Karvengrad on Tuesday.", "Ice is cold."], [account], today="2025-05-15")
    # Two days later it is the Tuesday of that week; three weeks later it would be another.
    assert [a.verdict for a in both][0] == "both" and len(both) == 2
    with pytest.raises(firsthand.FirsthandError, match="is no day"):
        firsthand.check("He left.", account, today="soon")


def test_what_is_wrong_is_a_warning_and_the_rest_goes_through(tmp_path):
    (tmp_path / "good.txt").write_bytes(next(iter(sorted(VISIT.iterdir()))).read_bytes())
    (tmp_path / "empty.html").write_text("")
    with pytest.warns(firsthand.FirsthandWarning, match="empty.html"):
        assert len(firsthand.read(tmp_path)) == 1
    with pytest.warns(firsthand.FirsthandWarning, match="no-such-file"):
        assert firsthand.read(tmp_path / "no-such-file") == []
    with pytest.raises(firsthand.FirsthandError, match="no-such-list"):
        firsthand.read(VISIT, watchlists=tmp_path / "no-such-list.csv")


def test_a_notebook_shows_it_and_nothing_in_it_is_markup(account):
    html = account._repr_html_()
    assert "<table" in html and account.finding.split(",")[0] in html
    assert "<!doctype html>" in account.to_html().lower()[:20]
    text = account.to_json().replace(account.headline, "<script>alert(1)</script>")
    assert "<script>" not in firsthand.Account(text)._repr_html_()
    assert "both" in firsthand.check("The minister left Karvengrad on Tuesday.", account)._repr_html_()


def test_tables(account):
    pandas = pytest.importorskip("pandas")
    statements, points = account.statements_frame(), account.points_frame()
    assert isinstance(points, pandas.DataFrame)
    assert len(statements) == len(account.statements)
    assert set(points.loc[points.status == "disputed", "answer"]) >= {"2025-05-13", "2025-05-12"}


def test_an_archive(tmp_path, account):
    archive = firsthand.Archive(tmp_path / "news.db")
    assert archive.add(VISIT)["new"] == len(account.reports)
    assert archive.add(VISIT)["new"] == 0
    stories = list(archive.stories())
    assert len(stories) == 1
    kept = archive.account(stories[0]["id"])
    assert kept.finding == account.finding
    assert archive.account(f"s{stories[0]['id']}") == kept
    assert archive.check("The minister left Karvengrad on Tuesday.").verdict == "both"
    hits = list(archive.search("Karvengrad"))
    assert hits and all(h["report"]["story"] == stories[0]["id"] for h in hits)
    with pytest.raises(firsthand.FirsthandError, match="no such story"):
        archive.account(999)
    assert sqlite3.connect(tmp_path / "news.db").execute("SELECT count(*) FROM report").fetchone()[0] >= 5
    (tmp_path / "notes.txt").write_text("no archive " * 100)
    with pytest.raises(firsthand.FirsthandError, match="notes.txt"):
        firsthand.Archive(tmp_path / "notes.txt")


def test_pages_of_a_list_follow_each_other(tmp_path):
    records = tmp_path / "many.jsonl"
    line = '{{"title": "Bridge {0} closed", "text": "Bridge {0} of Tarn{0} was closed to lorries on Monday, the mayor of Tarn{0} said.", "url": "https://mole.example/{0}"}}\n'
    records.write_text("".join(line.format(n) for n in range(230)))
    archive = firsthand.Archive(tmp_path / "many.db")
    archive.add(records)
    found = [h["report"]["id"] for h in archive.search("lorries")]
    assert len(found) == len(set(found)) == 230


def test_stubs_name_what_there_is():
    stub = pathlib.Path(firsthand.__file__).with_name("__init__.pyi").read_text()
    for name in firsthand.__all__:
        assert f"class {name}" in stub or f"def {name}" in stub
    assert pathlib.Path(firsthand.__file__).with_name("py.typed").exists()


def test_it_is_what_the_program_prints(account):
    program = pathlib.Path(__file__).resolve().parents[2] / "target" / "release" / "firsthand"
    if not program.exists():
        pytest.skip("no program built at target/release/firsthand")
    printed = subprocess.run([program, "read", VISIT, "--json", "-q"], capture_output=True, text=True, check=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # Locations are as they were given.
        assert firsthand.read(VISIT)[0].to_json() == printed.stdout.strip()
