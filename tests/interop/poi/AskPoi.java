import java.io.File;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.poifs.crypt.dsig.SignatureConfig;
import org.apache.poi.poifs.crypt.dsig.SignatureInfo;
import org.apache.poi.poifs.crypt.dsig.SignaturePart;

/** Asks Apache POI about the signatures of files: one JSON object for each, in order. Exit code 5: POI itself is broken. */
public class AskPoi {
    public static void main(String[] paths) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String path : paths) {
            String answer;
            try {
                answer = opinion(new File(path));
            } catch (LinkageError broken) {
                broken.printStackTrace();
                System.exit(5);
                return;
            } catch (Throwable thrown) {
                String words = (thrown.getClass().getSimpleName() + " " + thrown.getMessage()).replaceAll("[^ -~]|[\"\\\\]", " ");
                answer = "{\"signed\": false, \"valid\": false, \"error\": \"" + words.substring(0, Math.min(300, words.length())) + "\"}";
            }
            out.println(answer);
        }
        System.exit(0);
    }

    /** Opens a package for reading, and validates every signature in it. */
    private static String opinion(File file) throws Exception {
        OPCPackage opened = OPCPackage.open(file, PackageAccess.READ);
        try {
            SignatureConfig config = new SignatureConfig();
            config.setOpcPackage(opened);
            SignatureInfo info = new SignatureInfo();
            info.setSignatureConfig(config);
            List<String> signers = new ArrayList<>();
            boolean signed = info.getSignatureParts().iterator().hasNext();
            boolean valid = signed && info.verifySignature(); // of the first; it also prepares the XML security library
            for (SignaturePart part : info.getSignatureParts()) {
                valid &= part.validate();
                if (part.getSigner() != null) {
                    byte[] digest = MessageDigest.getInstance("SHA-256").digest(part.getSigner().getEncoded());
                    signers.add(String.format("%064x", new BigInteger(1, digest)));
                }
            }
            String signer = signers.isEmpty() ? "null" : "\"" + String.join(",", signers) + "\"";
            return "{\"signed\": " + signed + ", \"valid\": " + valid + ", \"signer\": " + signer + "}";
        } finally {
            opened.revert(); // closes without writing
        }
    }
}
