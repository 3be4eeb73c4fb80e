"""Writes ranking-reference.tsv: metrics by their plainest definitions, to check RankingMetrics with.

Run with Python 3 in this folder; the output is fixed by the seed.
"""
import math
import random

CATALOGUE, USERS = 60, 500


def ndcg(ranked, truth, k):
    gain = sum(1 / math.log2(r + 2) for r, i in enumerate(ranked[:k]) if i in truth)
    return gain / sum(1 / math.log2(r + 2) for r in range(min(len(truth), k)))


def average_precision(ranked, truth, k):
    precisions = [len(truth & set(ranked[: r + 1])) / (r + 1) for r in range(len(ranked[:k])) if ranked[r] in truth]
    return sum(precisions) / min(len(truth), k)


def reciprocal_rank(ranked, truth, k):
    return next((1 / (r + 1) for r, i in enumerate(ranked[:k]) if i in truth), 0.0)


def novelty(ranked, counts, k):
    bits = [-math.log2(min(max(counts[i], 1), USERS) / USERS) for i in ranked[:k]]
    return sum(bits) / len(bits) if bits else math.nan


def main():
    rng = random.Random(20260101)
    counts = [rng.choice([0, 1, 3, 10, 40, 200, 500, 900]) for _ in range(CATALOGUE)]
    with open("ranking-reference.tsv", "w", encoding="utf-8") as out:
        out.write("# users %d; training interactions of the items: %s\n" % (USERS, ",".join(map(str, counts))))
        out.write("list\ttruth\tk\tndcg\trecall\tprecision\thit\tmrr\tmap\tnovelty\n")
        for _ in range(60):
            ranked = rng.sample(range(CATALOGUE), rng.randint(0, 25))
            repeated = [rng.randrange(CATALOGUE) for _ in range(rng.choice([1, 2, 5, 12, 30]))]
            truth = set(repeated)
            for k in (1, 5, 10, 20):
                hits = len(truth & set(ranked[:k]))
                values = [
                    ndcg(ranked, truth, k), hits / len(truth), hits / k, float(hits > 0),
                    reciprocal_rank(ranked, truth, k), average_precision(ranked, truth, k), novelty(ranked, counts, k),
                ]
                cells = [",".join(map(str, ranked)), ",".join(map(str, repeated)), str(k)] + [repr(v) for v in values]
                out.write("\t".join(cells) + "\n")


main()
