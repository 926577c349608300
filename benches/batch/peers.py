"""Two Python pipelines over the input of a batch, each by its own program, with the processor time it took.

usage: peers.py texts   OUT TEXTS.jsonl     the bodies of the table `reports` of a run, a JSON line each
       peers.py text-dedup TEXTS.jsonl      text-dedup's MinHash over these texts
       peers.py minhash TEXTS.jsonl         datatrove's MinHash, four blocks, over these texts
       peers.py whole FILE.warc.gz…         datatrove from WARC: trafilatura, then the same four blocks

Needs (in an environment of its own): pip install "datatrove[io,processing]" trafilatura text-dedup
One process at a time (tasks 1, workers 1); both make signatures over runs of five words. Prints `name version seconds`.
"""
import json, os, resource, shutil, subprocess, sys, tempfile
from importlib.metadata import version
from pathlib import Path

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", TOKENIZERS_PARALLELISM="false", HF_HUB_OFFLINE="1")


def spent():
    times = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(t.ru_utime + t.ru_stime for t in times)


def texts(out, path):
    import pyarrow.parquet as pq

    with open(path, "w", encoding="utf-8") as lines:
        for file in sorted(Path(out, "reports").glob("*.parquet")):
            table = pq.read_table(file, columns=["report", "newest", "body"]).to_pydict()
            for report, newest, body in zip(table["report"], table["newest"], table["body"]):
                if report == newest:
                    lines.write(json.dumps({"id": report, "text": body}, ensure_ascii=False) + "\n")


def text_dedup(path, folder):
    subprocess.run(
        [sys.executable, "-m", "text_dedup.minhash", "--path", "json", "--data_files", path, "--split", "train", "--column", "text",
         "--ngram", "5", "--num_perm", "128", "--threshold", "0.5", "--num_proc", "1", "--batch_size", "1000",
         "--cache_dir", f"{folder}/cache", "--output", f"{folder}/out"],
        check=True,
    )


def datatrove(steps, folder):
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.dedup import MinhashDedupBuckets, MinhashDedupCluster, MinhashDedupFilter, MinhashDedupSignature
    from datatrove.pipeline.dedup.minhash import MinhashConfig
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter

    config = MinhashConfig(n_grams=5, num_buckets=14, hashes_per_bucket=8)
    pages = f"{folder}/pages"

    def run(tasks, *pipeline):
        LocalPipelineExecutor(pipeline=list(pipeline), tasks=tasks, workers=1, logging_dir=None).run()

    run(1, *steps, JsonlWriter(pages, compression=None))
    marks = [spent()]
    read = JsonlReader(pages, compression=None)
    run(1, read, MinhashDedupSignature(output_folder=f"{folder}/signatures", config=config))
    run(14, MinhashDedupBuckets(input_folder=f"{folder}/signatures", output_folder=f"{folder}/buckets", config=config))
    run(1, MinhashDedupCluster(input_folder=f"{folder}/buckets", output_folder=f"{folder}/remove", config=config))
    run(1, read, MinhashDedupFilter(input_folder=f"{folder}/remove"), JsonlWriter(f"{folder}/kept", compression=None))
    return marks[0]


def whole(files, folder):
    from datatrove.pipeline.extractors import Trafilatura
    from datatrove.pipeline.readers import WarcReader

    os.makedirs(f"{folder}/warc")
    for file in files:
        os.symlink(os.path.abspath(file), f"{folder}/warc/{os.path.basename(file)}")
    return datatrove([WarcReader(f"{folder}/warc"), Trafilatura(favour_precision=True, timeout=10)], folder)


def minhash(path, folder):
    from datatrove.pipeline.readers import JsonlReader

    source = f"{folder}/source"
    os.makedirs(source)
    os.symlink(os.path.abspath(path), f"{source}/texts.jsonl")
    return datatrove([JsonlReader(source, compression=None)], folder)


def main(what, *args):
    if what == "texts":
        return texts(*args)
    folder = tempfile.mkdtemp()
    try:
        if what == "text-dedup":
            text_dedup(args[0], folder)
            print(f"text-dedup {version('text-dedup')} {spent():.1f}")
        elif what == "minhash":
            read = minhash(args[0], folder)
            print(f"datatrove {version('datatrove')} MinHash {spent() - read:.1f}")
        else:
            read = whole(args, folder)
            print(f"datatrove {version('datatrove')} trafilatura {version('trafilatura')} {read:.1f}, MinHash {spent() - read:.1f}")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
