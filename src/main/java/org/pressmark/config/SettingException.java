package org.pressmark.config;

/** A setting that cannot be used; the message names the place, what was expected and what was found. */
public final class SettingException extends RuntimeException {
    public SettingException(String message) {
        super(message);
    }
}
