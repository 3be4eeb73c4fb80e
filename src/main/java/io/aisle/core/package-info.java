/** Use cases, one package per feature; rows become matrices here. */
package io.aisle.core;
