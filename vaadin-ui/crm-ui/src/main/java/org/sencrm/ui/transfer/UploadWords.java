package org.sencrm.ui.transfer;

import com.vaadin.flow.component.upload.UploadI18N;
import org.sencrm.ui.host.HostContext;

/** What the upload field says, in the person's language. */
final class UploadWords {

    private UploadWords() {}

    static UploadI18N of(HostContext context) {
        UploadI18N words = new UploadI18N();
        words.setAddFiles(new UploadI18N.AddFiles()
                .setOne(context.text("import.upload.choose"))
                .setMany(context.text("import.upload.choose")));
        words.setDropFiles(new UploadI18N.DropFiles()
                .setOne(context.text("import.upload.drop"))
                .setMany(context.text("import.upload.drop")));
        words.setError(new UploadI18N.Error()
                .setTooManyFiles(context.text("import.upload.tooMany"))
                .setFileIsTooBig(context.text("import.upload.tooLarge"))
                .setIncorrectFileType(context.text("import.upload.ending")));
        words.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(context.text("import.upload.connecting"))
                        .setStalled(context.text("import.upload.stalled"))
                        .setProcessing(context.text("import.upload.processing"))
                        .setHeld(context.text("import.upload.waiting")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(context.text("import.upload.remaining") + " ")
                        .setUnknown(context.text("import.upload.remaining.unknown")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(context.text("import.upload.unreachable"))
                        .setUnexpectedServerError(context.text("import.upload.brokeOff"))
                        .setForbidden(context.text("import.upload.forbidden"))));
        words.setFile(new UploadI18N.File()
                .setRetry(context.text("import.upload.retry"))
                .setStart(context.text("import.upload.start"))
                .setRemove(context.text("import.upload.remove")));
        return words;
    }
}
