package org.sencrm.api.record;

import java.util.List;

/**
 * One page of a list.
 *
 * @param items in the order asked for
 * @param next cursor of the following page; null on the last
 */
public record Page(List<RecordData> items, String next) {}
