package org.pressmark.markup;

/** Known names of elements and attributes, found in a text without making a string. */
final class NameTable {
    private final String[] names;
    private final int[] slots;

    /** Names get the numbers of their order, from 0. */
    NameTable(String... names) {
        this.names = names.clone();
        this.slots = new int[Integer.highestOneBit(names.length) * 4];
        for (int number = 0; number < names.length; number++) {
            int slot = hash(names[number], 0, names[number].length()) & slots.length - 1;
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = number + 1;
        }
    }

    /** The number of the name at {@code [from, to)}, ASCII letter case set aside, or −1. */
    int find(String text, int from, int to) {
        int slot = hash(text, from, to) & slots.length - 1;
        while (slots[slot] != 0) {
            String name = names[slots[slot] - 1];
            if (name.length() == to - from && Chars.at(text, from, to, name)) {
                return slots[slot] - 1;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return -1;
    }

    int number(String name) {
        return find(name, 0, name.length());
    }

    String name(int number) {
        return names[number];
    }

    private static int hash(String text, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + (text.charAt(i) | 0x20);
        }
        return hash ^ hash >>> 15;
    }
}
