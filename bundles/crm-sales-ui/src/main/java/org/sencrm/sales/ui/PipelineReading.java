package org.sencrm.sales.ui;

import java.util.Optional;
import org.sencrm.api.record.Summary;

/**
 * What a pipeline comes to at one moment.
 *
 * @param filter what was looked at
 * @param news what was created in its period
 * @param company see {@link Pipelines#company}
 */
record PipelineReading(
        PipelineFilter filter, PipelineFigures figures, Summary.Totals news, Optional<Summary> company) {}
