/** What the licences of data sets say about handing rows on. */
package io.aisle.core.licence;
