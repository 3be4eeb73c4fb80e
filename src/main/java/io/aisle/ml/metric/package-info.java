/** Lists made from scores, and what they are worth. */
package io.aisle.ml.metric;
