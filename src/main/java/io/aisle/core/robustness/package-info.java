/** How far metrics and lists of finished runs move when histories are not what they were. */
package io.aisle.core.robustness;
