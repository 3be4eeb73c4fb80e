/**
 * Reads what is left of a store whose file the data base refuses: a page that is damaged costs what
 * stood in it and nothing else. Reads only, and knows nothing of what the tables mean.
 */
package io.aisle.store.salvage;
