/** The only SQL and H2: data base, migrations, repositories, snapshot files. */
package io.aisle.store;
