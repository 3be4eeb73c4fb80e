/** What the program is made of, and under which licences. */
package io.aisle.core.about;
