package org.pressmark.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SignatureTest {
    /** RFC 4231 §4.3, test case 2. */
    @Test
    void isTheHmacOfTheStandardsExample() {
        byte[] body = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);
        assertEquals(
                "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", Signature.of("Jefe", body));
    }

    @Test
    void aSubjectHoldsNoLineBreak() {
        assertFalse(new Message("1", "Headline\r\nBcc: everybody@example.org", "")
                .subject()
                .contains("\n"));
    }
}
