/** What is asked of a model about one user. */
package io.aisle.domain.explanation;
