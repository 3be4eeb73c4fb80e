/** Models over the graph of users and items. Users come first among its nodes, then items. */
package io.aisle.ml.model.graph;
