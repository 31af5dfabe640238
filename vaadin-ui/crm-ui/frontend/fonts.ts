/* The product's type with its Vietnamese letters, served by us; the browser loads only the subsets that a page needs. */
import '@fontsource/be-vietnam-pro/400';
import '@fontsource/be-vietnam-pro/500';
import '@fontsource/be-vietnam-pro/600';
