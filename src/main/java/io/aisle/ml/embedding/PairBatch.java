package io.aisle.ml.embedding;

/**
 * Interactions side by side: each row is a user at a moment with one or more candidate items. With
 * labels there is one candidate; else the first is the positive and the drawn negatives follow,
 * {@code perNegative} draws for each, of which the one with the highest score counts.
 *
 * @param rows number of rows
 * @param candidates items of each row
 * @param perNegative draws that make one negative
 * @param position {@code [rows]} index into the training interactions
 * @param user {@code [rows]}
 * @param item {@code [rows * candidates]}; {@link io.aisle.ml.data.NegativeSampler#NONE} where
 *     there is none
 * @param label {@code [rows]} 1 when the first candidate is positive, else 0
 * @param weight {@code [rows]} how much the first candidate counts, 1 on average
 */
public record PairBatch(
    int rows,
    int candidates,
    int perNegative,
    int[] position,
    int[] user,
    int[] item,
    float[] label,
    float[] weight) {}
