/** Aisle: a desktop workbench for analysts of e-commerce search and recommendation. */
package io.aisle;
