import CMS from "@sveltia/cms";

// The page names its configuration in a link element.
CMS.init();
