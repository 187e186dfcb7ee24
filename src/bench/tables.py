"""Prints the tables of docs/benchmarks.md from what src/bench/extract.sh left in a folder."""
import json
import sys
from collections import defaultdict
from pathlib import Path

work = Path(sys.argv[1])
ROWS = [
    ("body F1, `dev-news`", "dev-news", "body.f1", ".897 on such pages", ".93"),
    ("body precision, `dev-news`", "dev-news", "body.precision", "", ""),
    ("body exactly right, `dev-news`", "dev-news", "body.accuracy", "", ""),
    ("segments F1, `dev-web`", "dev-web", "snippets.f1", ".924 (trafilatura 2.2)", ".925"),
    ("body F1, `dev-articles`", "dev-articles", "body.f1", ".936", ".955"),
    ("title, `dev-news`", "dev-news", "title.normalised", ".86", ".90"),
    ("authors F1, `dev-news`", "dev-news", "authors.f1", ".89", ".92"),
    ("date, `dev-news`", "dev-news", "date.accuracy", ".98", ".98"),
    ("date, `dev-web`", "dev-web", "date.accuracy", ".70", ".85"),
    ("authors F1, `dev-web`", "dev-web", "authors.f1", ".60", ".75"),
    ("agency credit, `dev-agency`", "dev-agency", "agency.all_right", "none does it", ".85"),
    ("agency credit, `dev-news`", "dev-news", "agency.all_right", "none does it", ".85"),
    ("threads, recall, `dev-threads`", "dev-threads", "threads.recall", "none does it", ".90"),
    ("threads, parents, `dev-threads`", "dev-threads", "threads.reply_parent", "none does it", ".90"),
    ("comments in the body, `dev-web`", "dev-web", "comments.leaked_into_body", ".037", "≤ .01"),
]


def value(tool, data, key):
    file = work / f"{tool}-{data}.json"
    at = json.loads(file.read_text()) if file.exists() else {}
    for part in key.split("."):
        at = at.get(part) if isinstance(at, dict) else None
    return f"{at:.3f}".lstrip("0") if isinstance(at, (int, float)) else "–"


print("| measure | Pressmark | Readability4J 1.0.8 | best known | aim |\n|---|---|---|---|---|")
for name, data, key, best, aim in ROWS:
    print(f"| {name} | {value('pressmark', data, key)} | {value('readability4j', data, key)} | {best} | {aim} |")


def lines(file):
    return [json.loads(line) for line in file.read_text("utf-8").split("\n") if line.strip()]


sums = defaultdict(lambda: defaultdict(lambda: [0.0, 0.0, 0.0]))
pages = defaultdict(int)
for data in ("dev-news", "dev-web", "dev-articles"):
    said = {row["id"]: row for row in lines(work / f"pressmark-{data}.keep.jsonl")}
    for row in lines(work / f"pressmark-{data}.pages.jsonl"):
        answer = said.get(row["id"]) or said.get(row["id"].split("/")[-1]) or {}
        language = (answer.get("language") or "unstated").split("-")[0].lower()
        pages[language] += 1
        mine = sums[language]
        if "body" in row:
            mine["body"] = [a + b for a, b in zip(mine["body"], row["body"])]
        if "title" in row:
            mine["title"][0] += bool(row["title"])
            mine["title"][1] += 1
        if "date" in row:
            mine["date"][0] += row["date"][0] == row["date"][1]
            mine["date"][1] += 1
        if "authors" in row:
            gold, found = (set(names or []) for names in row["authors"])
            mine["authors"] = [
                a + b for a, b in zip(mine["authors"], (len(gold & found), len(found - gold), len(gold - found)))
            ]


def f1(counts):
    right, extra, missing = counts
    return f"{2 * right / (2 * right + extra + missing):.2f}".lstrip("0") if sum(counts) else "–"


def share(counts):
    return f"{counts[0] / counts[1]:.2f}" if counts[1] else "–"


print("\n| language | pages | body F1 | title | authors F1 | date |\n|---|---|---|---|---|---|")
FEWEST = 3  # pages with a known title, below which a language's figures say nothing of the language
named = [name for name in sorted(pages, key=lambda name: -pages[name]) if sums[name]["title"][1] >= FEWEST]
few = [name for name in pages if name not in named]
others = f"{len(few)} others"
for language in few:
    pages[others] += pages[language]
    for measure, counts in sums[language].items():
        sums[others][measure] = [a + b for a, b in zip(sums[others][measure], counts)]
for language in named + ([others] if few else []):
    mine = sums[language]
    print(
        f"| {language} | {pages[language]} | {f1(mine['body'])} | {share(mine['title'])} | {f1(mine['authors'])} | {share(mine['date'])} |"
    )
