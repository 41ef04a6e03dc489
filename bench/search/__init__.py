"""Our search beside Material's and Pagefind's: quality, bytes and time, in one run."""
