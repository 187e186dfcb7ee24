package org.pressmark.pdf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Calendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.pressmark.json.Json;

/**
 * The process that {@link PdfReader} starts for each document: reads the file named first, writes what it found as JSON into the
 * file named second. A hostile document can fill this process's memory or keep it busy, and nobody else's.
 */
public final class PdfMain {
    private static final int MOST_PAGES = 2_000;

    private PdfMain() {}

    public static void main(String[] files) throws IOException {
        ObjectNode out = Json.object();
        try (PDDocument document = Loader.loadPDF(Path.of(files[0]).toFile())) {
            int pages = document.getNumberOfPages();
            out.put("pages", pages);
            about(document.getDocumentInformation(), out);
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setEndPage(MOST_PAGES);
            stripper.setParagraphEnd(PdfReader.PARAGRAPH);
            stripper.setPageEnd(PdfReader.PARAGRAPH);
            String text = stripper.getText(document);
            boolean cut = text.length() > PdfReader.MOST_CHARACTERS;
            out.put("text", cut ? text.substring(0, PdfReader.MOST_CHARACTERS) : text);
            if (cut || pages > MOST_PAGES) {
                out.put("problem", "only its beginning was read: " + pages + " pages");
            }
        } catch (IOException e) {
            out.put("problem", "no readable PDF: " + e.getMessage());
        }
        Files.writeString(Path.of(files[1]), Json.compact(out), StandardCharsets.UTF_8);
    }

    private static void about(PDDocumentInformation stated, ObjectNode out) {
        put(out, "title", stated.getTitle());
        put(out, "author", stated.getAuthor());
        @Nullable Calendar created = stated.getCreationDate();
        if (created != null) {
            out.put("created", created.toInstant().toString());
        }
    }

    private static void put(ObjectNode out, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            out.put(key, value.strip());
        }
    }
}
