/** Main of the worker process and the operations that it offers. */
package io.aisle.app.worker;
