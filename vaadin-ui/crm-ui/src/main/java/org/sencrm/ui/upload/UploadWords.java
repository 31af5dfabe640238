package org.sencrm.ui.upload;

import com.vaadin.flow.component.upload.UploadI18N;
import org.sencrm.ui.host.HostContext;

/** What the upload field says, in the person's language. */
final class UploadWords {

    private UploadWords() {}

    /** @param own beginning of the keys of what is said of this kind of file */
    static UploadI18N of(HostContext context, String own) {
        UploadI18N words = new UploadI18N();
        words.setAddFiles(
                new UploadI18N.AddFiles().setOne(context.text(own + "choose")).setMany(context.text(own + "choose")));
        words.setDropFiles(
                new UploadI18N.DropFiles().setOne(context.text(own + "drop")).setMany(context.text(own + "drop")));
        words.setError(new UploadI18N.Error()
                .setTooManyFiles(context.text("upload.tooMany"))
                .setFileIsTooBig(context.text(own + "tooLarge"))
                .setIncorrectFileType(context.text(own + "ending")));
        words.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(context.text("upload.connecting"))
                        .setStalled(context.text("upload.stalled"))
                        .setProcessing(context.text("upload.processing"))
                        .setHeld(context.text("upload.waiting")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(context.text("upload.remaining") + " ")
                        .setUnknown(context.text("upload.remaining.unknown")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(context.text("upload.unreachable"))
                        .setUnexpectedServerError(context.text("upload.brokeOff"))
                        .setForbidden(context.text("upload.forbidden"))));
        words.setFile(new UploadI18N.File()
                .setRetry(context.text("upload.retry"))
                .setStart(context.text("upload.start"))
                .setRemove(context.text("upload.remove")));
        return words;
    }
}
