package io.aisle.core.comparison;

/**
 * One run's figure for one metric, and how sure it is. Numbers that do not exist are NaN: all but
 * the mean and the difference of a metric that is not tested, all but mean, low and high of the
 * reference.
 *
 * @param mean over the users
 * @param low lower end of the 95% interval of the mean
 * @param high upper end of it
 * @param difference mean of this run less mean of the reference
 * @param differenceLow lower end of the 95% interval of the difference
 * @param differenceHigh upper end of it
 * @param pValue of the paired test of no difference
 * @param adjustedP the same by Holm over the runs other than the reference
 * @param effect Cohen's d_z: mean of the paired differences over their standard deviation, in the
 *     sign of the difference; NaN also when the runs differ by the same for every user
 * @param verdict at 0.05
 * @param moreUsers how many users more would be likely to decide it, where it is too close to call;
 *     -1 where that cannot be said (equal to the last digit) or need not be
 */
public record Estimate(
    double mean,
    double low,
    double high,
    double difference,
    double differenceLow,
    double differenceHigh,
    double pValue,
    double adjustedP,
    double effect,
    Verdict verdict,
    long moreUsers) {}
