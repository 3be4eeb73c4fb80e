"""Writes paired-reference.tsv: two runs over the same users, and what SciPy says about them.

Run with Python 3, NumPy and SciPy in this folder.
"""
import numpy as np
from scipy import stats

rng = np.random.default_rng(20260101)
users = 300
first = np.round(np.where(rng.random(users) < 0.6, 0, rng.beta(2, 3, users)), 6)
second = np.round(np.clip(first + np.where(rng.random(users) < 0.5, 0, rng.normal(0.02, 0.15, users)), 0, 1), 6)
test = stats.ttest_rel(second, first)


def interval(values):
    draws = rng.integers(0, users, (200_000, users), dtype=np.int32)
    return np.percentile(values[draws].mean(axis=1), [2.5, 97.5])


with open("paired-reference.tsv", "w", encoding="utf-8") as out:
    out.write("# t-test p %.15g\n" % test.pvalue)
    out.write("# difference %.15g deviation %.15g\n" % ((second - first).mean(), (second - first).std(ddof=1)))
    out.write("# interval of first %.6f %.6f\n" % tuple(interval(first)))
    out.write("# interval of difference %.6f %.6f\n" % tuple(interval(second - first)))
    out.write("first\tsecond\n")
    for a, b in zip(first, second):
        out.write("%.6f\t%.6f\n" % (a, b))
