package org.pressmark.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Small PDF documents, written by hand so that no library vouches for itself. */
public final class Pdf {
    private Pdf() {}

    /** A page with these lines, each set below the one before; an empty line leaves a gap. */
    public static byte[] of(String title, String author, String... lines) {
        StringBuilder content = new StringBuilder("BT /F1 11 Tf 72 760 Td 14 TL\n");
        for (String line : lines) {
            content.append('(')
                    .append(line.replace("(", "\\(").replace(")", "\\)"))
                    .append(") Tj T*\n");
        }
        return written(title, author, content.append("ET").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A page whose content swells to so many million bytes. */
    public static byte[] swelling(int millions) {
        byte[] million = " ".repeat(1_000_000).getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9))) {
            for (int i = 0; i < millions; i++) {
                out.write(million);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file("Bomb", "", packed.toByteArray(), " /Filter /FlateDecode");
    }

    private static byte[] written(String title, String author, byte[] content) {
        return file(title, author, content, "");
    }

    private static byte[] file(String title, String author, byte[] content, String filter) {
        List<byte[]> objects = new ArrayList<>();
        objects.add(ascii("<< /Type /Catalog /Pages 2 0 R >>"));
        objects.add(ascii("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"));
        objects.add(ascii("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> >> >>"));
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(ascii("<< /Length " + content.length + filter + " >>\nstream\n"));
        stream.writeBytes(content);
        stream.writeBytes(ascii("\nendstream"));
        objects.add(stream.toByteArray());
        objects.add(ascii("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"));
        objects.add(ascii("<< /Title (" + title + ") /Author (" + author + ") /CreationDate (D:20240301123000Z) >>"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ascii("%PDF-1.4\n"));
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            places.add(out.size());
            out.writeBytes(ascii((i + 1) + " 0 obj\n"));
            out.writeBytes(objects.get(i));
            out.writeBytes(ascii("\nendobj\n"));
        }
        int start = out.size();
        out.writeBytes(ascii("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n"));
        for (int place : places) {
            out.writeBytes(ascii(String.format(Locale.ROOT, "%010d 00000 n \n", place)));
        }
        out.writeBytes(ascii("trailer\n<< /Size " + (objects.size() + 1) + " /Root 1 0 R /Info 6 0 R >>\nstartxref\n"
                + start + "\n%%EOF\n"));
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
