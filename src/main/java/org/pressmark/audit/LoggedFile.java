package org.pressmark.audit;

/**
 * What the log says of a WARC file, last.
 *
 * @param leaf the statement's number
 * @param sha256 of the file as it should be, in hexadecimal
 * @param before of the file as it was before the log's last retraction; empty where there was none
 * @param bytes its length
 * @param forgotten how many captures were taken out of it at somebody's request
 * @param time of the statement
 */
record LoggedFile(long leaf, String sha256, String before, long bytes, int forgotten, String time) {}
