"""Has `firsthand watch` keep an invented world for an hour, ends it every few minutes, and looks whether anything is lost or grows.

usage: soak.py PROGRAM [--minutes 60] [--rate 50] [--folder FOLDER] [--seed 1]

The program is ended in turn by SIGTERM and by SIGKILL, after 2, 4 and 8 minutes in turn, and begun again at once. In the end every
report that was published must be in the archive once, `firsthand verify` must find nothing, and memory must be flat. Prints a row for
each life of the program, then one line with ok or failed, which is also the exit code.
"""
import argparse, os, pathlib, shutil, signal, sqlite3, subprocess, sys, tempfile, threading, time
from newsstand import Newsstand
from world import OUTLETS

LIVES = [120, 240, 480]
HELD = 100_000  # reports a new one is compared with: they are in memory, 2 KB each
EACH = 3.0  # kB of memory that one of them may cost
CACHE = 80  # MB of the file that SQLite may hold for who writes and who reads
FLAT = 1.10  # once so many are held, a later life may reach so many times the peak of an earlier one
CONFIG = """\
allow_private = ["127.0.0.0/8"]
hosts_at_once = 16
[interval]
first = "10s"
least = "10s"
most = "30s"
[host]
pause = "0s"
[follow]
days = 0
"""


def memory(process):
    """VmRSS and VmHWM in MB; nothing of one that has ended."""
    try:
        lines = pathlib.Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return None
    found = {line.split(":")[0]: int(line.split()[1]) / 1024 for line in lines if line.startswith(("VmRSS", "VmHWM"))}
    return (found["VmRSS"], found["VmHWM"]) if len(found) == 2 else None


def kept(archive):
    try:
        with sqlite3.connect(f"file:{archive}?mode=ro", uri=True, timeout=30) as db:
            return db.execute("SELECT value FROM about WHERE key = 'reports'").fetchone()[0]
    except sqlite3.OperationalError:
        return 0  # it is not made yet


class Life:
    """One life of the program, from its start to its end."""

    def __init__(self, options, stand, folder, way):
        self.way, self.rows, self.from_kept, self.archive = way, [], kept(folder / "news.db"), folder / "news.db"
        self.stand, self.begun = stand, time.time()
        command = [options.program, "watch", *stand.feeds(), "--archive", self.archive, "--config", folder / "soak.toml", "--quiet"]
        self.said = open(folder / "said.txt", "ab")
        self.process = subprocess.Popen(command, stdout=self.said, stderr=self.said)

    def watch(self, seconds, until=lambda: False):
        """Takes a sample every two seconds. False if the program ended by itself."""
        end = time.time() + seconds
        while time.time() < end and not until():
            if self.process.poll() is not None:
                return False
            now = memory(self.process.pid)
            if now:
                held = kept(self.archive)
                wal = os.path.getsize(f"{self.archive}-wal") if os.path.exists(f"{self.archive}-wal") else 0
                self.rows.append((time.time() - self.begun, *now, held, len(self.stand.times) - held, wal / 1e6))
            time.sleep(2)
        return True

    def end(self):
        """Ends it; gives whether it ended as it should, and how long that took."""
        start = time.time()
        self.process.send_signal(self.way)
        try:
            code = self.process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = self.process.wait()
        self.took, self.ended = time.time() - start, time.time()
        self.kept = kept(self.archive)
        self.said.close()
        return code == (0 if self.way == signal.SIGTERM else -signal.SIGKILL)

    def peak(self):
        return max((row[2] for row in self.rows), default=0)

    def row(self, lags):
        late = sorted(lag for at, lag in lags if self.begun <= at < self.ended)
        half, most = (late[len(late) // 2], late[-1]) if late else (0, 0)
        last = [row[1] for row in self.rows[-5:]] or [0]
        minutes, new = (self.ended - self.begun) / 60, self.kept - self.from_kept
        wal = max((row[5] for row in self.rows), default=0)
        return (
            f"{minutes:5.1f}  {signal.Signals(self.way).name:8} {self.took:5.1f}  {self.kept:8}  {new / minutes / 60:6.1f}  "
            f"{sum(last) / len(last):7.0f}  {self.peak():7.0f}  {half:6.1f}  {late[int(len(late) * 0.95)] if late else 0:6.1f}  {most:6.1f}  {wal:6.1f}"
        )


def judge(stand, archive, lives):
    """What is wrong in the end, one line each; and the lag of each report with the time it was kept."""
    wrong, db = [], sqlite3.connect(f"file:{archive}?mode=ro", uri=True)
    rows = db.execute(
        "SELECT p.address, (julianday(c.at) - 2440587.5) * 86400 FROM change c JOIN page p ON p.id = c.report WHERE c.kind = 'report-new'"
    ).fetchall()
    pages = db.execute("SELECT count(*) FROM page").fetchone()[0]
    numbers = {stand.address(n): n for n in range(len(stand.times))}
    found = [numbers[address] for address, _ in rows if address in numbers]
    lost, twice = set(range(len(stand.times))) - set(found), len(found) - len(set(found))
    if lost or twice or len(found) != len(rows) or pages != len(rows):
        wrong.append(f"{len(lost)} reports lost, {twice} there twice, {len(rows) - len(found)} of no page, {pages - len(rows)} pages too many")
    full = [life for life in lives if life.from_kept >= HELD]
    if len(full) > 3:
        early, late = max(life.peak() for life in full[:2]), max(life.peak() for life in full[-2:])
        if late > early * FLAT:
            wrong.append(f"memory grows: {early:.0f} MB, later {late:.0f} MB, with {HELD} reports held in both")
    growth = (max(life.peak() for life in lives) - lives[0].peak()) * 1024
    room = EACH * min(HELD, lives[-1].kept) + (CACHE + 0.2 * lives[0].peak()) * 1024
    if growth > room:
        wrong.append(f"memory grows by {growth:.0f} kB, more than the {room:.0f} kB that SQLite and the reports it holds may take")
    return wrong, [(at, at - stand.times[numbers[address]]) for address, at in rows if address in numbers]


def main():
    ask = argparse.ArgumentParser(usage=__doc__)
    ask.add_argument("program")
    ask.add_argument("--minutes", type=float, default=60)
    ask.add_argument("--rate", type=float, default=50)
    ask.add_argument("--folder", type=pathlib.Path)
    ask.add_argument("--seed", type=int, default=1)
    options = ask.parse_args()
    folder = options.folder or pathlib.Path(tempfile.mkdtemp(prefix="soak"))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "soak.toml").write_text(CONFIG)
    stand, lives, wrong = Newsstand(options.seed, options.rate), [], []
    stand.start()
    end = time.time() + options.minutes * 60
    print(f"{options.rate:g} reports a second of {OUTLETS} outlets for {options.minutes:g} minutes; archive in {folder}", flush=True)
    print("  min  ended by  took      kept   a sec.  RSS end  RSS top  lag 50%     95%    most  WAL top  (s, MB)", flush=True)
    while time.time() < end:
        way = signal.SIGKILL if len(lives) % 2 else signal.SIGTERM
        life = Life(options, stand, folder, way)
        lives.append(life)
        left = end - time.time()
        seconds = LIVES[len(lives) % 3 - 1] * min(1, options.minutes / 20)
        by_itself = not life.watch(min(left, seconds) if left - seconds > 60 else left)
        if time.time() >= end:
            stand.stop()
            life.way = signal.SIGTERM
            last = [time.time(), kept(life.archive)]

            def done():
                held = kept(life.archive)
                if held > last[1]:
                    last[:] = [time.time(), held]
                return held >= len(stand.times) or time.time() - last[0] > 120

            life.watch(3600, done)
        if by_itself or not life.end():
            wrong.append(f"life {len(lives)} did not end as it should (code {life.process.poll()})")
            if by_itself:
                break
        print(life.row([]), flush=True)
    stand.stop()
    more, lags = judge(stand, lives[0].archive, lives)
    wrong += more
    print("\nthe same with the lag of each report, from the moment its feed had it until it was on disk:")
    for life in lives:
        print(life.row(lags))
    start = time.time()
    verify = subprocess.run([options.program, "verify", "--archive", lives[0].archive], capture_output=True, text=True)
    print(f"verify ({time.time() - start:.0f} s): {verify.stdout.strip()} {verify.stderr.strip()[-500:]}")
    if verify.returncode:
        wrong.append(f"verify ends with {verify.returncode}")
    said = (folder / "said.txt").read_text(errors="replace").splitlines()
    print(f"{stand.asked} requests; {len(stand.times)} reports, {stand.world.copies()} of them copies, of {stand.world.stories} stories; {len(said)} lines on stderr")
    for line in said[:5]:
        print(f"  {line}")
    if not options.folder:
        shutil.rmtree(folder)
    kills = sum(life.way == signal.SIGKILL for life in lives)
    print(f"{'failed: ' + '; '.join(wrong) if wrong else 'ok'}: {len(stand.times)} reports, {len(lives)} lives, {kills} ended by SIGKILL")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
