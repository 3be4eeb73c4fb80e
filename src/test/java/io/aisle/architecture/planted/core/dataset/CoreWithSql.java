package io.aisle.architecture.planted.core.dataset;

import java.sql.Connection;

/** A planted violation. */
record CoreWithSql(Connection connection) {}
