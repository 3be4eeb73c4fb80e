/**
 * How two versions of data differ: how far the values of each column have drifted, and which users
 * and items came and went.
 */
package io.aisle.core.dataset.drift;
