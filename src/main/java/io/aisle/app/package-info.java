/** The composition root: launcher, wiring, paths, command line and worker main. */
package io.aisle.app;
