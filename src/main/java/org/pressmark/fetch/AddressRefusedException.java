package org.pressmark.fetch;

import java.io.IOException;

/** The address guard has said no; the message is for people. */
final class AddressRefusedException extends IOException {
    AddressRefusedException(String message) {
        super(message);
    }
}
